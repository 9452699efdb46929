import { create } from 'zustand'

/** The questions gone through one after the other: frozen when it began, so that answering does not change the row. */
export interface Run {
  /** The filter it was made from */
  readonly query: string
  readonly ids: readonly string[]
  /** Item id to whether its newest answer of this run was right */
  readonly results: Readonly<Record<string, boolean>>
}

/** Kept for the visit; a reload makes it anew from the address. */
export const useKeptRun = create<Run>(() => ({ query: '', ids: [], results: {} }))

export const keepResult = (id: string, right: boolean) =>
  useKeptRun.setState(({ results }) => ({ results: { ...results, [id]: right } }))

/** The run that is on, if this question belongs to it; else a new one. */
export function runWith(kept: Run, id: string, query: string, fitting: readonly string[]): Run {
  if (kept.query === query && kept.ids.includes(id)) return kept
  return { query, ids: fitting.includes(id) ? fitting : [id, ...fitting], results: {} }
}
