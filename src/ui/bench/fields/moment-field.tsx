import { days } from '../../../world/clock.ts'
import { useLabState } from '../../lab-context.tsx'
import { fieldText } from '../utc.ts'
import { words } from '../words.ts'
import { aria, textOf, type ControlProps } from './field-props.ts'

const says = words.form

/** A moment in UTC, near ones by a button. */
export function MomentField(props: ControlProps) {
  const now = useLabState((state) => state.now)
  const { id, entered, onEnter } = props
  const later = (n: number) => onEnter({ text: fieldText(now + days(n)) })
  return (
    <div className="f-row wrap">
      <span className="f-row">
        <input
          id={id}
          className="field"
          type="datetime-local"
          step={60}
          {...aria(props)}
          value={textOf(entered)}
          onChange={(e) => onEnter({ text: e.target.value })}
        />{' '}
        {says.utc}
      </span>
      <span className="f-row">
        {[1, 30].map((n) => (
          <button key={n} type="button" className="btn quiet small" onClick={() => later(n)}>
            {n === 1 ? says.inDay : says.inDays(n)}
          </button>
        ))}
        <button type="button" className="btn quiet small" onClick={() => later(365)}>
          {says.inDays(365)}
        </button>
      </span>
    </div>
  )
}
