import type { ScriptRun, StepRun } from './run-script.ts'

export interface ComparedStep {
  readonly runs: readonly [StepRun, StepRun]
  /** The same line, another answer */
  readonly differs: boolean
}

/**
 * Two runs of the same lines beside each other, without their preparation. Names that each world draws anew are no
 * difference.
 */
export function compareScripts(one: ScriptRun, other: ScriptRun): readonly ComparedStep[] {
  const [left, right] = [one, other].map(({ steps }) => steps.filter(({ step }) => !step.quiet))
  return (left ?? []).map((run, i) => {
    const twin = right?.[i]
    if (!twin || twin.line !== run.line) throw new RangeError(`the other run has no such line: ${run.line}`)
    return { runs: [run, twin], differs: said(run, one) !== said(twin, other) }
  })
}

function said({ out, error }: StepRun, { variables }: ScriptRun): string {
  let text = error?.text ?? out
  for (const [name, value] of variables) text = text.replaceAll(value, `$${name}`)
  return text.replace(/\b[0-9a-f]{64}\b/g, 'material')
}
