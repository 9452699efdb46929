import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { score } from '../../../world/testing/score.ts'
import { labStage } from './testing/lab-stage.ts'
import { normalized } from './testing/normalize.ts'
import { play } from './testing/play.ts'
import { scenarios } from './testing/scenarios.ts'
import type { Told } from './testing/scenario.ts'

interface Transcript {
  readonly cli: string
  readonly scenarios: readonly { readonly name: string; readonly lines: readonly Told[] }[]
}
const transcript = JSON.parse(
  readFileSync(new URL('./recorded/transcript.json', import.meta.url), 'utf8'),
) as Transcript

describe(`aws prints what ${transcript.cli} printed, byte by byte`, () => {
  for (const { name, lines } of transcript.scenarios)
    it(`${name}: ${lines.length} lines`, async ({ task }) => {
      const scenario = scenarios.find((one) => one.name === name)
      if (!scenario) throw new Error(`${name} is recorded, but no story of today`)
      expect(normalized(await play(scenario, labStage()))).toEqual(lines)
      score(task, 'S11', { executed: lines.length, expected: lines.length })
    })
})
