import { useEffect, useRef, useState } from 'react'
import type { Instant } from '../world/clock.ts'
import { stillFrames } from './theme.ts'

const TRAVEL_MS = 900
const MINUTE = 60_000

/** The clock as shown: it runs to a new time in 900 ms when it jumps forward, and stands at once otherwise. */
export function useMovingClock(now: Instant): Instant {
  const [shown, setShown] = useState(now)
  const from = useRef(now)
  useEffect(() => {
    const start = from.current
    from.current = now
    if (now - start < MINUTE || stillFrames()) {
      setShown(now)
      return
    }
    const began = performance.now()
    let frame = requestAnimationFrame(function run(at) {
      const part = Math.min(1, (at - began) / TRAVEL_MS)
      setShown(part === 1 ? now : start + (now - start) * (1 - (1 - part) ** 3))
      if (part < 1) frame = requestAnimationFrame(run)
    })
    return () => cancelAnimationFrame(frame)
  }, [now])
  return shown
}
