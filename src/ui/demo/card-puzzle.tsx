import { useId, useState } from 'react'
import { DELIVERED, type Puzzle } from '../../course/demos/demo-definition.ts'
import { announce } from '../announce.tsx'
import { Icon } from '../glyphs/icon.tsx'
import type { DemoActions, DemoState } from './use-demo.ts'
import { words } from './words.ts'

const says = words.puzzle

/** Cards in an order of the learner's, by button or by dragging, and the decisions beside them. */
export function CardPuzzle({
  puzzle,
  state: { delivery, asked },
  deliver,
}: {
  puzzle: Puzzle
  state: DemoState
  deliver: DemoActions['deliver']
}) {
  const [order, setOrder] = useState(() => puzzle.cards.map(({ id }) => id))
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(puzzle.choices.map(({ id, options }) => [id, options[0]?.id ?? ''])),
  )
  const [held, setHeld] = useState<string>()
  const heading = useId()
  const textOf = (id: string) => puzzle.cards.find((card) => card.id === id)?.text ?? id

  function move(id: string, to: number) {
    if (to < 0 || to >= order.length) return
    const rest = order.filter((each) => each !== id)
    setOrder([...rest.slice(0, to), id, ...rest.slice(to)])
    announce(says.moved(textOf(id), to + 1))
  }

  return (
    <div className="puzzle">
      <h3 id={heading}>{says.order}</h3>
      <p className="dim">{says.hint}</p>
      <ol className="cards" aria-labelledby={heading}>
        {order.map((id, at) => (
          <li
            key={id}
            draggable
            className={delivery?.stopped?.card === id ? 'stopped' : undefined}
            onDragStart={() => setHeld(id)}
            onDragEnd={() => setHeld(undefined)}
            onDragOver={(event) => held !== undefined && event.preventDefault()}
            onDrop={() => held !== undefined && move(held, at)}
          >
            <span className="n">{at + 1}</span>
            <span className="t">{textOf(id)}</span>
            <button
              type="button"
              className="btn quiet icon"
              aria-label={says.up(textOf(id))}
              aria-disabled={at === 0}
              onClick={() => move(id, at - 1)}
            >
              <Icon name="up" />
            </button>
            <button
              type="button"
              className="btn quiet icon"
              aria-label={says.down(textOf(id))}
              aria-disabled={at === order.length - 1}
              onClick={() => move(id, at + 1)}
            >
              <Icon name="down" />
            </button>
          </li>
        ))}
      </ol>
      {puzzle.choices.map(({ id, asks, options }) => (
        <fieldset key={id} className="decide">
          <legend>{asks}</legend>
          {options.map((option) => (
            <label key={option.id} className="choice">
              <input
                type="radio"
                name={`${heading}-${id}`}
                checked={chosen[id] === option.id}
                onChange={() => setChosen({ ...chosen, [id]: option.id })}
              />
              <span>{option.text}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="row">
        <button
          type="button"
          className="btn primary"
          aria-disabled={asked.some(({ id }) => id === DELIVERED)}
          onClick={() => deliver(order, chosen)}
        >
          {delivery ? says.again : says.deliver}
        </button>
      </div>
      {delivery && (
        <div role="status" className={delivery.arrived ? 'delivered ok' : 'delivered bad'}>
          <p>
            <Icon name={delivery.arrived ? 'tick' : 'cross'} size={12} /> {delivery.arrived && says.arrived}
            {delivery.stopped && `${says.stopped(delivery.stopped.place)} ${delivery.stopped.says}`}
          </p>
          <p>{delivery.eveHas.length === 0 ? says.eveNone : `${says.eve}: ${delivery.eveHas.join('; ')}.`}</p>
        </div>
      )}
    </div>
  )
}
