import { useEffect, useRef, type RefObject } from 'react'
import { partKept } from '../../lab/rows.ts'
import { useSession } from '../session.tsx'

/** Keeps that a lesson was read once its end has been on the page. @returns for the element at its end */
export function useReadTo(part: string): RefObject<HTMLElement | null> {
  const session = useSession()
  const end = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = end.current
    if (!session || !element || partKept(session.lab.tables, part)?.done !== undefined) return
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      // Another tab may be the one that writes: then it keeps what it sees.
      session.lab.keepPart(part, { done: session.wallNow() }).catch(() => undefined)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [session, part])
  return end
}
