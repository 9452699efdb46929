import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Lab, LabState } from '../lab/lab.ts'

/** A line that takes longer shows what it does while it runs. */
export const HOLD_MS = 100

type Watched = Pick<Lab, 'store'> & { readonly terminal: Pick<Lab['terminal'], 'store'> }

const shown = new WeakMap<Watched, StoreApi<LabState>>()

/**
 * What screens show of a session. A line of the terminal changes it several times in a few milliseconds: these changes
 * wait for the answer, and all are drawn with it.
 */
export function shownState(lab: Watched): StoreApi<LabState> {
  const known = shown.get(lab)
  if (known) return known
  const store = createStore<LabState>(() => lab.store.getState())
  let release: ReturnType<typeof setTimeout> | undefined
  let line: string | undefined
  const show = () => {
    clearTimeout(release)
    release = undefined
    store.setState(lab.store.getState(), true)
  }
  lab.terminal.store.subscribe(({ running }) => {
    if (running === line) return
    line = running
    clearTimeout(release)
    if (running === undefined) show()
    else release = setTimeout(show, HOLD_MS)
  })
  lab.store.subscribe(() => {
    if (release === undefined) show()
  })
  shown.set(lab, store)
  return store
}
