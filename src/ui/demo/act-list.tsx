import type { Demo } from '../../course/demos/demo-definition.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { Icon } from '../glyphs/icon.tsx'
import type { DemoActions, DemoState } from './use-demo.ts'

/** The buttons of a demonstration; each says what its answer means once it has run. */
export function ActList({
  demo,
  state: { done, asked },
  press,
}: {
  demo: Demo
  state: DemoState
  press: DemoActions['press']
}) {
  return (
    <ul className="acts-list">
      {demo.acts.map((act) => {
        const ran = done.has(act.id)
        const waits = asked.some(({ id }) => id === act.id)
        const ready = !ran && !waits && (act.needs === undefined || done.has(act.needs))
        return (
          <li key={act.id}>
            <button type="button" className="btn" aria-disabled={!ready} onClick={() => ready && press(act)}>
              {ran && <Icon name="tick" size={12} />} {act.label}
            </button>
            {ran && (
              <p>
                <InlineCode text={act.says} />
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
