import { useEffect, type RefObject } from 'react'

/**
 * Rows have other heights on a phone, and a list that is out of sight forgets how far it was scrolled. So the place is
 * kept as a row: the one on top, and with it the chosen one, if it was to be seen.
 */
export function useKeptPlace(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = list.current
    if (!box) return
    let size = ''
    /** Numbers of the rows that were seen, from top to bottom; unknown before it was ever in sight */
    let seen: readonly (string | undefined)[] | undefined
    const measured = () => `${box.clientWidth} ${box.clientHeight}`

    const note = () => {
      // A box that has just changed scrolls by itself: that is nobody's place.
      if (measured() !== size) return
      seen = rows(box)
        .filter((row) => isSeen(row, box))
        .map(numberOf)
    }
    const resized = new ResizeObserver(() => {
      if (box.clientHeight === 0 || measured() === size) return
      size = measured()
      const all = rows(box)
      const chosen = all.find((row) => row.classList.contains('sel'))
      const top = seen && all.find((row) => numberOf(row) === seen?.[0])
      if (top) box.scrollTop += top.getBoundingClientRect().top - belowHead(box)
      if (!seen || seen.includes(numberOf(chosen))) chosen?.scrollIntoView({ block: 'nearest' })
      note()
    })
    box.addEventListener('scroll', note)
    resized.observe(box)
    return () => {
      box.removeEventListener('scroll', note)
      resized.disconnect()
    }
  }, [list])
}

const rows = (box: Element) => [...box.querySelectorAll('tbody tr')]
const numberOf = (row: Element | undefined) =>
  row?.querySelector('[data-event]')?.getAttribute('data-event') ?? undefined

/** Where the list begins to be seen: its head stays on top of it. */
const belowHead = (box: Element) =>
  box.getBoundingClientRect().top + (box.querySelector('thead')?.getBoundingClientRect().height ?? 0)

function isSeen(row: Element, box: Element): boolean {
  const { top, bottom } = row.getBoundingClientRect()
  return bottom > belowHead(box) + 1 && top < box.getBoundingClientRect().bottom - 1
}
