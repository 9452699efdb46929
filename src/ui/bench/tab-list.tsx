import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'

export interface TabItem<Id extends string> {
  readonly id: Id
  readonly title: ReactNode
  readonly panel: ReactNode
  /** The pointer or the focus came to it: it may be opened next */
  readonly onNear?: () => void
}

/** Tabs as WAI-ARIA has them: arrows move and open, Home and End jump. Panels that were left keep nothing mounted. */
export function TabList<Id extends string>({
  label,
  items,
  open,
  onOpen,
  className = 'phead',
  end,
}: {
  label: string
  items: readonly TabItem<Id>[]
  open: Id
  onOpen: (id: Id) => void
  className?: string
  end?: ReactNode
}) {
  const base = useId()
  const list = useRef<HTMLDivElement>(null)
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === open),
  )

  function move(event: KeyboardEvent) {
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: items.length - 1,
    }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = items[(to + items.length) % items.length]
    if (!next) return
    onOpen(next.id)
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${base}-${next.id}`)}`)?.focus()
  }

  const current = items[at]
  return (
    <>
      <div className={className}>
        <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
          {items.map(({ id, title, onNear }) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`${base}-${id}`}
              aria-selected={id === current?.id}
              aria-controls={`${base}-panel`}
              tabIndex={id === current?.id ? 0 : -1}
              onClick={() => onOpen(id)}
              onPointerEnter={onNear}
              onFocus={onNear}
            >
              {title}
            </button>
          ))}
        </div>
        {end}
      </div>
      <div
        className="tabpanel"
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-${current?.id}`}
      >
        {current?.panel}
      </div>
    </>
  )
}
