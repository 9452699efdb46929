import { useEffect, useRef } from 'react'
import { useHashLocation } from './hash-location.ts'

/**
 * Whoever goes to another page by keyboard goes on in its content: the link that was pressed is gone, and without this
 * the next Tab would begin at the top of the header. A page that puts the focus somewhere keeps it, and a page that was
 * opened from outside, perhaps in a frame, takes none.
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/focus-order.html
 */
export function useLanding(): void {
  const [path] = useHashLocation()
  const from = useRef(path)
  useEffect(() => {
    if (from.current === path) return
    from.current = path
    const stopping = new AbortController()
    const observer = new MutationObserver(() => land())
    const stop = () => {
      observer.disconnect()
      stopping.abort()
    }
    const land = () => {
      // The page before may still be there, hidden, while the next one loads.
      const main = [...document.querySelectorAll<HTMLElement>('#content')].find(isShown)
      if (isLost(document.activeElement)) main?.focus({ preventScroll: true })
      // What stands while a page loads takes its focus away with it.
      if (!isLost(document.activeElement) && main && !main.classList.contains('opening')) stop()
    }
    observer.observe(document.body, { childList: true, subtree: true })
    for (const act of ['keydown', 'pointerdown'])
      addEventListener(act, stop, { capture: true, signal: stopping.signal })
    land()
    return stop
  }, [path])
}

const isShown = (element: Element) => element.getClientRects().length > 0
const isLost = (focused: Element | null) => !focused || focused === document.body || !isShown(focused)
