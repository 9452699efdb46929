import { useEffect, useRef, useState, type RefObject } from 'react'
import { partKept } from '../../lab/rows.ts'
import { useSession } from '../session.tsx'

/** Keeps that a lesson was read once its end has been on the page. */
export function useReadTo(part: string): {
  /** For the element at its end */
  readonly end: RefObject<HTMLElement | null>
  /** Which part is known to be kept as read */
  readonly read: string | undefined
} {
  const session = useSession()
  const end = useRef<HTMLElement>(null)
  const [read, setRead] = useState<string>()
  useEffect(() => {
    const element = end.current
    if (!session || !element) return
    if (partKept(session.lab.tables, part)?.done !== undefined) return setRead(part)
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      // Another tab may be the one that writes: then it keeps what it sees.
      session.lab.keepPart(part, { done: session.wallNow() }).then(
        () => setRead(part),
        () => undefined,
      )
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [session, part])
  return { end, read }
}
