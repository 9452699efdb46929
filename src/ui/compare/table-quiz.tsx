import { useState } from 'react'
import type { TableRow } from '../../course/table/table-definition.ts'
import { plain } from '../../course/words/plain.ts'
import { announce } from '../announce.tsx'
import { InlineCode } from '../brief/inline-code.tsx'
import { Glyph } from '../glyphs/glyph.tsx'
import type { Lens } from '../lens/use-lens.ts'
import { columnGlyph, custody } from './column-look.ts'
import { isRight, place, setsOf, slotsOf, unplaced, type Placing, type Slot } from './quiz-sets.ts'
import type { Pair } from './table-address.ts'
import { words } from './words.ts'

const says = words.quizzing
const DRAGGED = 'text/plain'

/** The claims are taken out of their cells, and are to be put back: by choice, by picking and placing, or by dragging. */
export function TableQuiz({ rows, pair, lens }: { rows: readonly TableRow[]; pair: Pair; lens: Lens }) {
  const sets = setsOf(rows)
  const [set, setSet] = useState(0)
  const [placing, setPlacing] = useState<Placing>({})
  const [picked, setPicked] = useState<string>()
  const [checked, setChecked] = useState(false)
  const shown = sets[Math.min(set, sets.length - 1)] ?? []
  const slots = slotsOf(shown, pair, lens)
  const left = unplaced(slots, placing)
  const right = slots.filter((slot) => isRight(slot, slots, placing)).length

  function put(slot: string, claim: string | undefined) {
    if (claim !== undefined && !slots.some(({ id }) => id === claim)) return
    setPlacing(place(placing, slot, claim))
    setPicked(undefined)
    setChecked(false)
  }
  function start(next: number) {
    setSet(next)
    setPlacing({})
    setPicked(undefined)
    setChecked(false)
  }

  return (
    <section className="cmp-quiz" aria-labelledby="quiz-title">
      <h2 id="quiz-title">{says.title}</h2>
      <p>
        {says.lead} {sets.length > 1 && says.set(set + 1, sets.length)}
      </p>
      <div className="cmp-quiz-board">
        <div>
          <table className="cmp">
            <thead>
              <tr>
                <th scope="col">
                  <span className="vh">{words.row}</span>
                </th>
                {pair.map((column) => (
                  <th key={column} scope="col" className={`wide ${custody(column)}`}>
                    <span className="who">
                      <Glyph name={columnGlyph[column]} size={22} /> {words.columns[column].name}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.title}</th>
                  {slots
                    .filter((slot) => slot.row === row)
                    .map((slot) => (
                      <td
                        key={slot.id}
                        data-name={words.columns[slot.column].name}
                        onDragOver={(event) => event.preventDefault()}
                        onDrop={(event) => {
                          event.preventDefault()
                          put(slot.id, event.dataTransfer.getData(DRAGGED))
                        }}
                      >
                        <SlotView
                          slot={slot}
                          inside={slots.find(({ id }) => id === placing[slot.id])}
                          left={left}
                          picked={picked}
                          verdict={checked ? isRight(slot, slots, placing) : undefined}
                          onPut={(claim) => put(slot.id, claim)}
                        />
                      </td>
                    ))}
                </tr>
              ))}
            </tbody>
          </table>
          <div className="cmp-quiz-acts">
            <button
              type="button"
              className="btn primary"
              onClick={() => {
                setChecked(true)
                announce(says.score(right, slots.length))
              }}
            >
              {says.check}
            </button>
            <button type="button" className="btn" onClick={() => start(set)}>
              {says.again}
            </button>
            {set + 1 < sets.length && (
              <button type="button" className="btn" onClick={() => start(set + 1)}>
                {says.next}
              </button>
            )}
            {checked && <p className="score">{says.score(right, slots.length)}</p>}
          </div>
        </div>
        <section className="cmp-tray" aria-labelledby="tray-title">
          <h3 id="tray-title">{says.claims}</h3>
          <p>{says.claimsLeft(left.length)}</p>
          <ul>
            {left.map(({ id, claim }) => (
              <li key={id}>
                <button
                  type="button"
                  draggable
                  aria-pressed={picked === id}
                  onClick={() => setPicked(picked === id ? undefined : id)}
                  onDragStart={(event) => event.dataTransfer.setData(DRAGGED, id)}
                >
                  <InlineCode text={claim} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </section>
  )
}

function SlotView({
  slot,
  inside,
  left,
  picked,
  verdict,
  onPut,
}: {
  slot: Slot
  inside: Slot | undefined
  left: readonly Slot[]
  picked: string | undefined
  verdict: boolean | undefined
  onPut: (claim: string | undefined) => void
}) {
  const name = words.of(slot.row.title, words.columns[slot.column].name)
  return (
    <div className={inside ? 'cmp-slot full' : 'cmp-slot'}>
      {inside ? (
        <>
          <p draggable onDragStart={(event) => event.dataTransfer.setData(DRAGGED, inside.id)}>
            <InlineCode text={inside.claim} />
          </p>
          <button
            type="button"
            className="link"
            aria-label={says.takeFrom(name)}
            onClick={() => onPut(undefined)}
          >
            {says.take}
          </button>
        </>
      ) : picked === undefined ? (
        <select className="field" aria-label={name} value="" onChange={({ target }) => onPut(target.value)}>
          <option value="">{says.choose}</option>
          {left.map(({ id, claim }) => (
            <option key={id} value={id}>
              {plain(claim)}
            </option>
          ))}
        </select>
      ) : (
        <button type="button" className="btn" aria-label={says.placeIn(name)} onClick={() => onPut(picked)}>
          {says.place}
        </button>
      )}
      {verdict !== undefined && (
        <p className="cmp-judged">
          <Glyph name={verdict ? 'status-ok' : 'status-bad'} size={16} />{' '}
          {verdict ? (
            says.right
          ) : (
            <>
              {says.wrong} <InlineCode text={slot.claim} />
            </>
          )}
        </p>
      )}
    </div>
  )
}
