import { describe, expect, it } from 'vitest'
import { hands } from '../testing/hands.ts'
import { rq07 } from './rotation/rq07.ts'
import { rq09 } from './rotation/rq09.ts'
import { rq17 } from './rotation/rq17.ts'
import { playScene } from './play-scene.ts'
import { variantOf } from './variant-of.ts'

describe('the scene of a question', () => {
  it('is a log with its records in order and the names of the text', async () => {
    const { records, names } = await playScene(variantOf(rq17, 4), hands)
    expect(records.map(({ eventName }) => eventName)).toContain('RotateKeyOnDemand')
    expect(records.map(({ number }) => number)).toEqual(records.map((_, i) => i + 1))
    expect([...names.values()]).toEqual(['K1'])
  })

  it('runs what is asked about after the answer, and tells the records of that alone', async () => {
    const { records, prove } = await playScene(variantOf(rq09, 4), hands)
    expect(records.map(({ eventName }) => eventName)).not.toContain('EnableKeyRotation')
    const proof = await prove()
    expect(proof.map(({ eventName, errorCode }) => [eventName, errorCode])).toEqual([
      ['EnableKeyRotation', 'ValidationException'],
    ])
  })

  it('is refused where a question has none', async () => {
    await expect(playScene(variantOf(rq07, 1), hands)).rejects.toThrow('RQ07 has no scene')
  })
})
