import { createContext, use, useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Lab, LabState } from '../lab/lab.ts'

const LabContext = createContext<Lab | null>(null)

export function LabProvider({ lab, children }: { lab: Lab; children: ReactNode }) {
  return <LabContext value={lab}>{children}</LabContext>
}

/** The learner's session: read its tables, call its actions. */
export function useLab(): Lab {
  const lab = use(LabContext)
  if (!lab) throw new TypeError('useLab() needs a LabProvider above it')
  return lab
}

/** Redraws when what `select` picks has changed. */
export const useLabState = <T,>(select: (state: LabState) => T): T => useStore(useLab().store, select)

/** Redraws with every change of the tables, for a component that reads them itself. */
export const useRevision = (): number => useLabState(({ revision }) => revision)

/** The rows of one table, in the order in which they were first put. */
export function useRows<Row>(table: string): readonly (readonly [key: string, row: Row])[] {
  const { tables } = useLab()
  const revision = useRevision()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tables are changed in place; the revision tells when
  return useMemo(() => Array.from(tables.rows<Row>(table)), [tables, table, revision])
}

/** One row, or undefined. */
export function useRow<Row>(table: string, key: string): Row | undefined {
  const { tables } = useLab()
  useRevision()
  return tables.get<Row>(table, key)
}
