import { useId } from 'react'
import type { MatchItem } from '../../course/item-definition.ts'
import { plain } from '../../course/words/plain.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { Belief } from './belief.tsx'
import type { ShapeProps } from './shape-props.ts'
import { words } from './words.ts'

const says = words.match

/** What stands on the left, each with a list to choose from. */
export function MatchPairs({ asked, response, onRespond, labelledBy }: ShapeProps<MatchItem>) {
  const base = useId()
  const pairs = response?.kind === 'pairs' ? response.pairs : {}
  if (!onRespond) return <ToldPairs asked={asked} pairs={pairs} />
  return (
    <fieldset className="opts pairs" aria-labelledby={labelledBy}>
      <p className="note">{says.note}</p>
      {asked.left.map(({ id, text }, i) => (
        <div key={id} className="opt">
          <span className="box" aria-hidden="true">
            {i + 1}
          </span>
          <label className="t" htmlFor={`${base}-${id}`}>
            <span className="vh">{says.belongs('')} </span>
            <InlineCode text={text} />
          </label>
          <select
            id={`${base}-${id}`}
            className="field"
            value={pairs[id] ?? ''}
            onChange={(event) => {
              const { [id]: _before, ...others } = pairs
              const { value } = event.target
              onRespond({ kind: 'pairs', pairs: value ? { ...others, [id]: value } : others })
            }}
          >
            <option value="">{says.pick}</option>
            {asked.right.map((right) => (
              <option key={right.id} value={right.id}>
                {plain(right.text)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  )
}

function ToldPairs({ asked, pairs }: { asked: MatchItem; pairs: Readonly<Record<string, string>> }) {
  const right = (id: string | undefined) => asked.right.find((each) => each.id === id)?.text
  return (
    <ol className="opts" aria-label={words.options}>
      {asked.left.map((left, i) => {
        const given = pairs[left.id]
        const hit = given === left.right
        const slip = asked.slips.find((each) => each.left === left.id && each.right === given)
        return (
          <li key={left.id} className={`opt mine ${hit ? 'right' : 'wrong'}`}>
            <span className="box" aria-hidden="true">
              {hit ? <Icon name="tick" size={14} /> : given ? <Icon name="cross" size={14} /> : i + 1}
            </span>
            <div>
              <p className="t">
                <InlineCode text={left.text} />
              </p>
              {!hit && (
                <p className="pair wrong">
                  <InlineCode text={right(given) ?? says.nothing} />
                  {given && <span className="tag">{words.yours}</span>}
                </p>
              )}
              <p className="pair right">
                <InlineCode text={right(left.right) ?? left.right} />
                <span className="tag">{hit ? words.yoursRight : words.right}</span>
              </p>
              <p className="w">
                <InlineCode text={left.because} /> {slip && <InlineCode text={slip.because} />}
              </p>
              {slip && <Belief id={slip.misconception} />}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
