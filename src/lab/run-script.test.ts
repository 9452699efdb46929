import { describe, expect, it } from 'vitest'
import type { Expectation, Script } from '../course/table/experiment-definition.ts'
import { experiments } from '../course/table/experiments/index.ts'
import { createKey, describe as describeKey } from '../course/table/script-steps.ts'
import { scriptsOf } from '../course/table/worlds-definition.ts'
import { worlds } from '../course/table/worlds/index.ts'
import { hands } from '../course/testing/hands.ts'
import { compareScripts } from './compare-scripts.ts'
import { isMet, runScript, type ScriptRun, type StepRun } from './run-script.ts'
import { scriptShell } from './testing/script-shell.ts'

const seed = new Uint8Array(32).fill(16)
const all = experiments.flatMap(({ id, scripts }) =>
  Object.entries(scripts).map(([column, script]) => ({ id, column, script })),
)
const scripts = [
  ...all,
  ...worlds.flatMap((pair) =>
    Object.entries(scriptsOf(pair)).map(([column, script]) => ({ id: pair.id, column, script })),
  ),
]
const told = ({ line, out, error, step }: StepRun) => ({ line, out, error, step })

describe('a script of the table', () => {
  it.each(scripts)(
    '$id in column $column comes to what it says, and would not come to anything else',
    async ({ script }) => {
      const { steps, proved } = await runScript(script, { hands, seed })
      expect(steps.filter(({ met }) => !met).map(told)).toEqual([])
      expect(proved).toBe(true)
      const judged = steps.flatMap((run) =>
        'expect' in run.step ? [{ run, expected: run.step.expect }] : [],
      )
      expect(judged.some(({ expected }) => expected !== 'works')).toBe(true)
      for (const { run, expected } of judged)
        expect(others(expected).filter((wrong) => isMet(wrong, run))).toEqual([])
    },
  )

  it.each(scripts)(
    '$id in column $column prints what the shell prints when its lines are typed',
    async ({ script }) => {
      const { steps } = await runScript(script, { hands, seed })
      const shell = scriptShell(seed)
      for (const run of steps) {
        if (run.step.is === 'outside') await shell.outside(run.step)
        else if (run.step.is === 'region-failure') await shell.regionFailure()
        else if (run.step.is === 'travel') await shell.pass(run.step.by)
        else {
          const { out, err } = await shell.type(run.line ?? '')
          expect({ line: run.line, out: alike(out.trim()), err: alike(err.trim()) }).toEqual({
            line: run.line,
            out: alike(run.out.trim()),
            err: alike(run.error?.text.trim() ?? ''),
          })
        }
      }
    },
  )

  it('that comes to something else is not proved, and says at which step', async () => {
    const wrong = { shows: '', steps: [createKey('K'), describeKey('K', 'EXTERNAL\tEnabled')] }
    const { proved, steps } = await runScript(wrong, { hands, seed })
    expect([proved, steps.map(({ met }) => met)]).toEqual([false, [true, false]])
  })

  it('stops at a signal, and makes nothing known after it', async () => {
    const controller = new AbortController()
    const seen: StepRun[] = []
    const run = runScript(all[0]?.script as Script, {
      hands,
      seed,
      signal: controller.signal,
      onStep(step) {
        seen.push(step)
        controller.abort()
      },
    })
    await expect(run).rejects.toMatchObject({ name: 'AbortError' })
    expect(seen).toHaveLength(1)
  })
})

describe('two worlds', () => {
  it('are at least eight pairs, each once', () => {
    expect(worlds.length).toBeGreaterThanOrEqual(8)
    expect(new Set(worlds.map(({ id }) => id)).size).toBe(worlds.length)
  })

  it.each(worlds)('$id: the same lines, and $differ of them answered differently', async (pair) => {
    const { G, I } = scriptsOf(pair)
    const [one, other] = await Promise.all([G, I].map((script) => runScript(script, { hands, seed })))
    const rows = compareScripts(one as ScriptRun, other as ScriptRun)
    expect(rows.filter(({ differs }) => differs)).toHaveLength(pair.differ)
  })

  it('do not differ in the names that each world draws', async () => {
    const script = { shows: '', steps: [createKey('K'), describeKey('K', 'Enabled', 'KeyMetadata.Arn')] }
    const [one, other] = await Promise.all(
      [seed, new Uint8Array(32)].map((drawn) => runScript(script, { hands, seed: drawn })),
    )
    const rows = compareScripts(one as ScriptRun, other as ScriptRun)
    expect(one?.steps[1]?.out).not.toBe(other?.steps[1]?.out)
    expect(rows.map(({ differs }) => differs)).toEqual([false, false])
  })
})

/** Other things that a step could have come to. */
function others(expected: Expectation): readonly Expectation[] {
  if (expected === 'works') return [{ refused: 'KMSInvalidStateException' }]
  if ('prints' in expected)
    return [{ prints: `${expected.prints}.` }, { refused: 'KMSInvalidStateException' }]
  return [
    'works',
    { prints: '' },
    { refused: 'ThrottlingException' },
    { refused: expected.refused, saying: 'is fine.' },
  ]
}

/** Names differ from world to world: two engines draw from their entropy in another order. */
const alike = (text: string) =>
  text
    .replace(/\b[0-9a-f]{64}\b/g, 'MATERIAL')
    .replace(/(mrk-)?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/g, 'KEY')
