import { describe, expect, it } from 'vitest'
import { providers } from '../crypto/vectors/providers.ts'
import { score } from '../world/testing/score.ts'
import { journey } from './testing/journey.ts'

describe('a journey through all operations', () => {
  it('ends in the same state with each provider of cryptography', async ({ task }) => {
    const ends = []
    for (const provider of providers) ends.push(await journey(provider))
    const [first, ...others] = ends
    if (!first) throw new Error('no provider')
    expect(others.map(({ hash }) => hash)).toEqual(others.map(() => first.hash))
    expect(first.operations).toBe(56)
    expect(first.calls).toBeGreaterThanOrEqual(150)
    // The board compares the state with what other runtimes say.
    score(task, 'S17', { executed: ends.length, expected: providers.length, value: first.hash })
  })
})
