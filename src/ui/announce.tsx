import { useSyncExternalStore } from 'react'

let message = ''
let times = 0
const listeners = new Set<() => void>()

/** Says something to assistive technology, politely: after what is being read now. */
export function announce(text: string): void {
  times++
  // The same words twice are only read twice when the text differs.
  message = times % 2 === 0 ? `${text}\u00A0` : text
  for (const listener of listeners) listener()
}

/** Once per page. */
export function Announcer() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => message,
    () => '',
  )
  return (
    <div className="vh" role="status" aria-live="polite">
      {text}
    </div>
  )
}
