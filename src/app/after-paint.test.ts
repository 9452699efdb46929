import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { afterPaint } from './after-paint.ts'

let tell: (startTime: number) => void
let watched = 0

class Observer {
  static supportedEntryTypes = ['largest-contentful-paint']
  constructor(told: (list: { getEntries(): { startTime: number }[] }) => void) {
    tell = (startTime) => watched > 0 && told({ getEntries: () => [{ startTime }] })
  }
  observe = () => void watched++
  disconnect = () => void watched--
}

beforeEach(() => {
  watched = 0
  vi.useFakeTimers({ now: 0 })
  vi.stubGlobal('requestIdleCallback', (work: () => void) => void work())
  vi.stubGlobal('PerformanceObserver', Observer)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('waits until what was drawn has gone to the screen: the head that stood before does not count', () => {
  const work = vi.fn<() => void>()
  vi.advanceTimersByTime(300)
  const drawn = performance.now()
  afterPaint(work)
  tell(drawn - 1)
  expect(work).not.toHaveBeenCalled()
  tell(drawn + 20)
  expect(work).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(5_000)
  expect(work).toHaveBeenCalledOnce()
  expect(watched).toBe(0)
})

it('begins after a second where nothing is shown, as in a tab that nobody looks at', () => {
  const work = vi.fn<() => void>()
  afterPaint(work)
  vi.advanceTimersByTime(999)
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(work).toHaveBeenCalledOnce()
  expect(watched).toBe(0)
})

it('begins when the browser is idle where it does not tell what it has shown', () => {
  vi.stubGlobal(
    'PerformanceObserver',
    class extends Observer {
      static override supportedEntryTypes = []
    },
  )
  const work = vi.fn<() => void>()
  afterPaint(work)
  expect(work).toHaveBeenCalledOnce()
})
