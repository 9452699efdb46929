import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { LabState } from '../lab/lab.ts'
import type { TerminalState } from '../lab/terminal.ts'
import { HOLD_MS, shownState } from './shown-state.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A session whose changes are made by hand, and the revisions that a screen has drawn of it. */
function session() {
  const store = createStore<LabState>(() => ({ revision: 0 }) as LabState)
  const terminal = { store: createStore<TerminalState>(() => ({ phase: 'ready', entries: [], cwd: '~' })) }
  const drawn: number[] = []
  shownState({ store, terminal }).subscribe(({ revision }) => drawn.push(revision))
  return {
    drawn,
    change: (revision: number) => store.setState({ revision }),
    line: (running: string | undefined) => terminal.store.setState({ running }),
  }
}

describe('what screens show of a session', () => {
  it('shows at once what a form changes', () => {
    const { drawn, change } = session()
    change(1)
    change(2)
    expect(drawn).toEqual([1, 2])
  })

  it('shows all that a line changed with its answer, in one step', () => {
    const { drawn, change, line } = session()
    line('aws kms list-keys')
    change(1)
    change(2)
    expect(drawn).toEqual([])
    line(undefined)
    expect(drawn).toEqual([2])
    vi.advanceTimersByTime(HOLD_MS)
    expect(drawn).toEqual([2])
    change(3)
    expect(drawn).toEqual([2, 3])
  })

  it('shows what a longer line does while it runs', () => {
    const { drawn, change, line } = session()
    line('for i in 1 2 3; do aws kms list-keys; done')
    change(1)
    vi.advanceTimersByTime(HOLD_MS)
    expect(drawn).toEqual([1])
    change(2)
    expect(drawn).toEqual([1, 2])
  })

  it('holds a line that follows another at once for its own time', () => {
    const { drawn, change, line } = session()
    line('aws kms list-keys')
    vi.advanceTimersByTime(HOLD_MS - 1)
    line('aws kms list-aliases')
    change(1)
    vi.advanceTimersByTime(HOLD_MS - 1)
    expect(drawn).toEqual([])
    vi.advanceTimersByTime(1)
    expect(drawn).toEqual([1])
  })

  it('is one for a session, however many screens ask', () => {
    const store = createStore<LabState>(() => ({ revision: 0 }) as LabState)
    const lab = {
      store,
      terminal: { store: createStore<TerminalState>(() => ({ phase: 'ready', entries: [], cwd: '~' })) },
    }
    expect(shownState(lab)).toBe(shownState(lab))
  })
})
