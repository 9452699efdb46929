import { useEffect, useRef } from 'react'
import type { Completion } from '../../lab/shell-port.ts'
import { visibleText } from '../bench/visible-text.ts'

/** The list above the prompt. The focus stays in the field, which names the active option. */
export function Candidates({
  id,
  label,
  items,
  active,
  onTake,
}: {
  id: string
  label: string
  items: readonly Completion[]
  active: number
  onTake: (index: number) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div className="t-list" role="listbox" id={id} aria-label={label} ref={list}>
      {items.map(({ value, hint }, i) => (
        <div
          key={value}
          role="option"
          id={optionId(id, i)}
          aria-selected={i === active}
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onPointerUp={() => onTake(i)}
        >
          <span translate="no">{visibleText(value)}</span>
          {hint !== undefined && <span className="d">{visibleText(hint)}</span>}
        </div>
      ))}
    </div>
  )
}

export const optionId = (listId: string, index: number) => `${listId}-${index}`
