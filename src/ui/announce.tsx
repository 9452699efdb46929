import { useEffect, useSyncExternalStore } from 'react'

let message = ''
let times = 0
let saidAt = 0
/** Milliseconds; what comes with a change of screen belongs to the new one. */
const FRESH = 500
const listeners = new Set<() => void>()

/** Says something to assistive technology, politely: after what is being read now. */
export function announce(text: string): void {
  times++
  saidAt = performance.now()
  // The same words twice are only read twice when the text differs.
  message = times % 2 === 0 ? `${text}\u00A0` : text
  for (const listener of listeners) listener()
}

/** What was said belongs to the screen it was said on. */
function forget(): void {
  if (performance.now() - saidAt < FRESH) return
  message = ''
  for (const listener of listeners) listener()
}

/** Once per page. */
export function Announcer() {
  useEffect(() => {
    addEventListener('hashchange', forget)
    return () => removeEventListener('hashchange', forget)
  }, [])
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => message,
    () => '',
  )
  return (
    <div className="vh announcer" role="status" aria-live="polite">
      {text}
    </div>
  )
}
