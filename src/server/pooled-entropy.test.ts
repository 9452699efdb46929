import { expect, it } from 'vitest'
import { encodeHex } from '../bytes/hex.ts'
import { seededEntropy } from '../world/entropy.ts'
import { pooledEntropy } from './pooled-entropy.ts'

it('hands out random bytes of any length and none of them twice', () => {
  const pooled = pooledEntropy(seededEntropy(new Uint8Array(32)))
  const seen = new Set<string>()
  for (let i = 0; i < 2_000; i++) {
    const bytes = pooled.bytes(16)
    expect(bytes).toHaveLength(16)
    seen.add(encodeHex(bytes))
  }
  expect(seen.size).toBe(2_000)
  for (const length of [0, 1, 4_095, 4_096, 4_097, 70_000]) expect(pooled.bytes(length)).toHaveLength(length)
})

it('does not keep what it handed out', () => {
  let pool = new Uint8Array(0)
  const pooled = pooledEntropy({
    bytes(length) {
      pool = new Uint8Array(length).fill(7)
      return pool
    },
  })
  expect([...pooled.bytes(3)]).toEqual([7, 7, 7])
  expect([...pool.subarray(0, 4)]).toEqual([0, 0, 0, 7])
})
