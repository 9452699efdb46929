import { Icon } from '../../glyphs/icon.tsx'
import type { Pair } from '../form-model.ts'
import { words } from '../words.ts'
import type { ControlProps } from './field-props.ts'

const says = words.form

/** Names with values, one pair a line. */
export function PairsField({ label, entered, onEnter, describedBy }: ControlProps) {
  const pairs: readonly Pair[] =
    entered && 'pairs' in entered && entered.pairs.length > 0 ? entered.pairs : [['', '']]
  const put = (at: number, pair: Pair) => onEnter({ pairs: pairs.with(at, pair) })
  return (
    <div className="f-stack" aria-describedby={describedBy}>
      {pairs.map(([name, value], i) => (
        <div className="f-row pair" key={i}>
          <input
            className="field"
            placeholder={says.pairName}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-label={says.pairN(label, i + 1, says.pairName)}
            value={name}
            onChange={(e) => put(i, [e.target.value, value])}
          />
          <span aria-hidden="true">=</span>
          <input
            className="field"
            placeholder={says.pairValue}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-label={says.pairN(label, i + 1, says.pairValue)}
            value={value}
            onChange={(e) => put(i, [name, e.target.value])}
          />
          {i === pairs.length - 1 ? (
            <button
              type="button"
              className="btn quiet small"
              onClick={() => onEnter({ pairs: [...pairs, ['', '']] })}
            >
              {says.addPair}
            </button>
          ) : (
            <button
              type="button"
              className="btn quiet small icon"
              aria-label={says.removePair(i + 1)}
              onClick={() => onEnter({ pairs: pairs.toSpliced(i, 1) })}
            >
              <Icon name="cross" size={12} />
            </button>
          )}
        </div>
      ))}
    </div>
  )
}
