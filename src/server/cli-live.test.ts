import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { normalized } from '../shell/commands/aws/testing/normalize.ts'
import { play } from '../shell/commands/aws/testing/play.ts'
import type { Told } from '../shell/commands/aws/testing/scenario.ts'
import { scenarios } from '../shell/commands/aws/testing/scenarios.ts'
import { score, sized } from '../world/testing/score.ts'
import { findCli, findModels, realCli, type RealCli } from './testing/real-cli.ts'

const recorded = JSON.parse(
  readFileSync(new URL('../shell/commands/aws/recorded/transcript.json', import.meta.url), 'utf8'),
) as { readonly cli: string; readonly scenarios: readonly { name: string; lines: readonly Told[] }[] }

/** One story in `npm test`, since each line starts Python anew; all of them in `npm run score`. */
const stories = recorded.scenarios.filter(
  ({ name }) => sized({ test: 0, score: 1, full: 1 }) === 1 || name === 'importing',
)
const total = stories.reduce((sum, { lines }) => sum + lines.length, 0)

const cli = findCli()
const models = findModels()
const notice =
  cli?.version === recorded.cli
    ? models === undefined && 'botocore is not on this computer: the lines of the real AWS CLI not run'
    : `${recorded.cli} is not on this computer: its lines at the endpoint not run`

if (notice || !cli || !models)
  it(String(notice), ({ task }) => {
    console.warn(notice)
    score(task, 'S4', { executed: 0, expected: total })
  })
else
  describe(`${cli.version} at the endpoint prints what it printed when it was recorded`, () => {
    let real: RealCli
    beforeAll(async () => {
      real = await realCli(cli.file, models)
    })
    afterAll(() => real.close())

    it.for(stories)('$name', { timeout: 600_000 }, async ({ name, lines }, { task }) => {
      const scenario = scenarios.find((one) => one.name === name)
      if (!scenario) throw new Error(`${name} is recorded, but no story of today`)
      expect(normalized(await real.onEndpoint((stage) => play(scenario, stage)))).toEqual(lines)
      score(task, 'S4', { executed: lines.length, expected: lines.length })
    })
  })
