/** What one test says about a row of the scoreboard. */
export interface Counted {
  /** What really ran, counted while it ran */
  readonly executed: number
  /** What this test set out to run. The board's own manifest must come to the same sum */
  readonly expected: number
  readonly seed?: string | number
  /** What must be the same wherever the row ran, for instance a state's hash */
  readonly value?: string
}

interface Annotated {
  readonly meta: object
}

/**
 * Gives a figure to `npm run score`, in Node and in the browser alike. It travels with the test's own result, so a
 * test that fails, or never gets here, counts nothing.
 *
 * @param task of the test's context: `it('…', ({ task }) => …)`
 * @param row of .ci/score/rows.mjs, for instance S7
 */
export function score(task: Annotated, row: string, counted: Counted): void {
  const meta = task.meta as { score?: unknown[] }
  meta.score = [...(meta.score ?? []), { row, ...counted }]
}

const environment =
  (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env ?? {}

/** How much of a thing to do: a little in `npm test`, more in `npm run score`, all in `npm run score -- --full`. */
export const sized = (sizes: {
  readonly test: number
  readonly score: number
  readonly full: number
}): number => sizes[(environment.LAB_SCORE ?? 'test') as keyof typeof sizes] ?? sizes.test

/** The seed of a random test: the one asked for by `--seed`, or the one that is always used in `npm test`. */
export const seedOr = (usual: number): number => Number(environment.LAB_SCORE_SEED ?? usual)
