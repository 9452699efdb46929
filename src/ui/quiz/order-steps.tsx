import { useLayoutEffect, useRef, useState } from 'react'
import type { OrderItem } from '../../course/item-definition.ts'
import { plain } from '../../course/words/plain.ts'
import { announce } from '../announce.tsx'
import { InlineCode } from '../brief/inline-code.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { Belief } from './belief.tsx'
import { moved } from './moved.ts'
import type { ShapeProps } from './shape-props.ts'
import { words } from './words.ts'

const says = words.order

/** Steps to be put in order, by dragging or by two buttons beside each. */
export function OrderSteps({
  asked,
  response,
  onRespond,
  labelledBy,
  offered,
}: ShapeProps<OrderItem> & { offered: readonly string[] }) {
  const given = response?.kind === 'order' ? response.ids : undefined
  return onRespond ? (
    <Movable
      asked={asked}
      order={given ?? offered}
      onOrder={(ids) => onRespond({ kind: 'order', ids })}
      labelledBy={labelledBy}
    />
  ) : (
    <ToldOrder asked={asked} given={given} />
  )
}

function Movable({
  asked,
  order,
  onOrder,
  labelledBy,
}: {
  asked: OrderItem
  order: readonly string[]
  onOrder: (ids: readonly string[]) => void
  labelledBy: string
}) {
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<string>()
  // A row that React moves in the page loses the focus; it has it back before the new order is seen.
  const focused = useRef<HTMLElement>(undefined)
  useLayoutEffect(() => {
    focused.current?.focus()
    focused.current = undefined
  })

  function put(id: string, place: number) {
    const next = moved(order, id, place)
    if (next === order) return
    onOrder(next)
    announce(says.moved(next.indexOf(id) + 1, next.length))
  }

  function drag(id: string, y: number) {
    const rows = [...(list.current?.children ?? [])]
    const above = rows.filter((row) => {
      const { top, height } = row.getBoundingClientRect()
      return order[rows.indexOf(row)] !== id && y > top + height / 2
    })
    put(id, above.length)
  }

  return (
    <>
      <p className="note">{says.note}</p>
      <ol className="opts steps" ref={list} aria-labelledby={labelledBy}>
        {order.map((id, i) => {
          const text = asked.steps.find((step) => step.id === id)?.text ?? id
          const spoken = plain(text)
          const button = (direction: -1 | 1) => (
            <button
              type="button"
              className="btn quiet icon"
              aria-label={direction < 0 ? says.up(spoken) : says.down(spoken)}
              aria-disabled={order[i + direction] === undefined}
              onClick={(event) => {
                focused.current = event.currentTarget
                if (order[i + direction] !== undefined) put(id, i + direction)
              }}
            >
              <Icon name={direction < 0 ? 'up' : 'down'} />
            </button>
          )
          return (
            <li key={id} className={dragged === id ? 'opt dragged' : 'opt'}>
              <span
                className="box grip"
                aria-hidden="true"
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId)
                  setDragged(id)
                }}
                onPointerMove={(event) => dragged === id && drag(id, event.clientY)}
                onPointerUp={() => setDragged(undefined)}
                onPointerCancel={() => setDragged(undefined)}
              >
                {i + 1}
              </span>
              <span className="t">
                <InlineCode text={text} />
              </span>
              <span className="moves">
                {button(-1)}
                {button(1)}
              </span>
            </li>
          )
        })}
      </ol>
    </>
  )
}

function ToldOrder({ asked, given }: { asked: OrderItem; given: readonly string[] | undefined }) {
  const slips = asked.slips.filter(
    ({ first, later }) => given && given.indexOf(first) >= 0 && given.indexOf(first) < given.indexOf(later),
  )
  return (
    <>
      {!given && <p className="note">{says.missing}</p>}
      <ol className="opts" aria-label={says.rightOrder}>
        {asked.steps.map(({ id, text, because }, i) => {
          const mine = given?.indexOf(id)
          const right = mine === i
          return (
            <li key={id} className={`opt mine ${mine === undefined ? '' : right ? 'right' : 'wrong'}`}>
              <span className="box" aria-hidden="true">
                {i + 1}
              </span>
              <div>
                <p className="t">
                  <InlineCode text={text} />
                  {mine !== undefined && (
                    <span className="tag">
                      <Icon name={right ? 'tick' : 'cross'} size={12} />{' '}
                      {right ? says.inPlace : says.yourPlace(mine + 1)}
                    </span>
                  )}
                </p>
                <p className="w">
                  <InlineCode text={because} />
                </p>
              </div>
            </li>
          )
        })}
      </ol>
      {slips.length > 0 && (
        <section className="slips">
          <h3>{says.yourOrder}</h3>
          <ul>
            {slips.map(({ first, later, because, misconception }) => (
              <li key={`${first}-${later}`}>
                <InlineCode text={because} />
                <Belief id={misconception} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
