import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { score, seedOr, sized } from '../world/testing/score.ts'
import { beginning, commands } from './testing/history.ts'
import { stateHash } from './testing/state-hash.ts'

const numRuns = sized({ test: 300, score: 2_000, full: 100_000 })
const maxCommands = sized({ test: 40, score: 40, full: 60 })
const HOUR = 3_600_000

describe('any history of keys and their material', () => {
  it(
    'goes as the reference model says, and once more to the same state',
    async ({ task }) => {
      const seed = seedOr(20260112)
      let executed = 0
      const property = fc.asyncProperty(
        fc.commands(commands, { maxCommands, size: 'max' }),
        async (history) => {
          const { model, real } = beginning()
          await fc.asyncModelRun(() => ({ model, real }), history)
          expect(await real.again()).toBe(stateHash(real.tables))
          executed++
        },
      )
      await fc.assert(property, { seed, numRuns, verbose: 1 })
      score(task, 'S8', { executed, expected: numRuns, seed })
    },
    4 * HOUR,
  )
})
