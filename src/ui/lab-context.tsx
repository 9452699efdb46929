import { createContext, use, useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { LabDefinition } from '../course/lab-definition.ts'
import { labOfSeed } from '../course/lab-of-seed.ts'
import type { Lab, LabState } from '../lab/lab.ts'
import { worldOf } from './half-typed.ts'
import { shownState } from './shown-state.ts'

const LabContext = createContext<{ readonly lab: Lab; readonly labs: readonly LabDefinition[] } | null>(null)

/** @param labs every lab there is, so that the one being done can be found */
export function LabProvider({
  lab,
  labs = [],
  children,
}: {
  lab: Lab
  labs?: readonly LabDefinition[]
  children: ReactNode
}) {
  const value = useMemo(() => ({ lab, labs }), [lab, labs])
  return <LabContext value={value}>{children}</LabContext>
}

function useProvided() {
  const provided = use(LabContext)
  if (!provided) throw new TypeError('useLab() needs a LabProvider above it')
  return provided
}

/** The learner's session: read its tables, call its actions. */
export const useLab = (): Lab => useProvided().lab

/** Every lab there is. */
export const useLabs = (): readonly LabDefinition[] => useProvided().labs

/** Redraws when what `select` picks has changed. */
export const useLabState = <T,>(select: (state: LabState) => T): T => useStore(shownState(useLab()), select)

/** Redraws with every change of the tables, for a component that reads them itself. */
export const useRevision = (): number => useLabState(({ revision }) => revision)

/** The lab being done, as its seed makes it; undefined in the sandbox. */
export function useLabDefinition(): LabDefinition | undefined {
  const { labs } = useProvided()
  const current = useLabState((state) => state.current)
  const lab = labs.find(({ id }) => id === current?.labId)
  return lab && labOfSeed(lab, current?.seed ?? 0)
}

/**
 * The session as it was after a change: naming the revision makes React read the tables again,
 * which are changed in place.
 */
export const asOf = (lab: Lab, _revision: number): Lab => lab

/** The rows of one table, in the order in which they were first put. */
export function useRows<Row>(table: string): readonly (readonly [key: string, row: Row])[] {
  const lab = useLab()
  const revision = useRevision()
  return useMemo(() => Array.from(asOf(lab, revision).tables.rows<Row>(table)), [lab, table, revision])
}

/** One row, or undefined. */
export function useRow<Row>(table: string, key: string): Row | undefined {
  const { tables } = useLab()
  useRevision()
  return tables.get<Row>(table, key)
}

/** The world that the learner is in: what is half typed belongs to it. */
export function useWorld(): string {
  const lab = useLab()
  return useLabState(() => worldOf(lab))
}
