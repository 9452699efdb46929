import type { Script, ScriptStep } from './experiment-definition.ts'

/** Takes the first for the generated key, the second for the imported one. */
export type Of = <T>(generated: T, imported: T) => T

/** One list of lines, typed at two keys that differ in where their material comes from. */
export interface TwoWorlds {
  readonly id: string
  readonly title: string
  /** How many lines answer differently */
  readonly differ: number
  /** What the two runs show together */
  readonly shows: string
  /** The same lines in both; what comes before, and what is expected, may differ */
  steps(of: Of): readonly ScriptStep[]
}

export const scriptsOf = ({ steps, shows }: TwoWorlds): { readonly G: Script; readonly I: Script } => ({
  G: { steps: steps((generated) => generated), shows },
  I: { steps: steps((_, imported) => imported), shows },
})
