import { expect, it } from 'vitest'
import { handTimers, settled } from './testing/tabs.ts'
import { BEAT_MS, Turn, YIELD_MS } from './turn.ts'

it('a tab whose take-over failed still gets its turn when the other one is gone', async () => {
  const timers = handTimers()
  let held: string | undefined = 'other'
  let broken = false
  const turn = new Turn({
    id: 'this',
    storage: { name: 'test' },
    timers,
    wallClock: { now: () => 0 },
    lease: {
      async claim({ id }, unless) {
        if (broken) throw new Error('the disk does not answer')
        if (held !== undefined && held !== id && unless) return false
        held = id
        return true
      },
      release: async () => {},
    },
    finish: async () => {},
    gained: () => {},
    lost: () => {},
    heard: () => {},
  })
  expect(await turn.begin()).toBe(false)

  broken = true
  const taken = expect(turn.take()).rejects.toThrow('the disk does not answer')
  await timers.pass(YIELD_MS)
  await taken
  expect(turn.writes).toBe(false)

  broken = false
  held = undefined
  await timers.pass(BEAT_MS)
  await settled()
  expect(turn.writes).toBe(true)
  await turn.close()
})
