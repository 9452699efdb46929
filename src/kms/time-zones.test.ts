import { describe, expect, it } from 'vitest'
import { webCryptoProvider } from '../crypto/web-crypto.ts'
import { score } from '../world/testing/score.ts'
import { journey } from './testing/journey.ts'

const ZONES = [
  'UTC',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kolkata',
  'Europe/Berlin',
  'Pacific/Chatham',
  'America/St_Johns',
]

describe('a journey through all operations', () => {
  it('ends in the same state in eight time zones', async ({ task }) => {
    const before = process.env.TZ
    const hashes: string[] = []
    const offsets = new Set<number>()
    try {
      for (const zone of ZONES) {
        process.env.TZ = zone
        offsets.add(new Date(Date.UTC(2026, 0, 12)).getTimezoneOffset())
        hashes.push((await journey(webCryptoProvider())).hash)
      }
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
    expect(offsets.size, 'the process really moved').toBe(ZONES.length)
    expect(new Set(hashes).size).toBe(1)
    score(task, 'S17', { executed: hashes.length, expected: ZONES.length, value: hashes[0] as string })
  })
})
