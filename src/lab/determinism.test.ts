import { fileURLToPath } from 'node:url'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RsaPair } from '../crypto/provider.ts'
import { forgeRsa } from '../crypto/forge-rsa.ts'
import { pureProvider } from '../crypto/pure.ts'
import { webCryptoProvider } from '../crypto/web-crypto.ts'
import { days, seconds } from '../world/clock.ts'
import { createLab } from './create-lab.ts'
import { recordedPairs, testPorts, withPairs } from './testing/ports.ts'
import { createKey, hashOf, importMaterial, ok } from './testing/work.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import { WORLD_START } from './world-rows.ts'

/** Odd moments of local time: summer time begins and ends, a skipped day, a leap day, a leap second, the last year of four digits. */
const INSTANTS = [
  Date.UTC(2026, 2, 8, 6, 59, 59),
  Date.UTC(2026, 2, 8, 7),
  Date.UTC(2026, 9, 3, 15, 30),
  Date.UTC(2026, 10, 1, 5, 59, 59),
  Date.UTC(2026, 10, 1, 6),
  Date.UTC(2026, 11, 31, 23, 59, 59),
  Date.UTC(2028, 1, 29, 12),
  Date.UTC(2030, 5, 30, 23, 59, 59),
]

async function history(provider: CryptoProvider, pairs: readonly RsaPair[]): Promise<readonly string[]> {
  const crypto = withPairs(provider, pairs)
  const lab = await createLab(testPorts({ crypto, seed: 14 }))
  const hashes: string[] = []
  const rotating = await createKey(lab)
  await ok(lab, 'EnableKeyRotation', { KeyId: rotating, RotationPeriodInDays: 90 })
  const imported = await createKey(lab, 'EXTERNAL')
  const doomed = await createKey(lab)
  await ok(lab, 'ScheduleKeyDeletion', { KeyId: doomed, PendingWindowInDays: 30 })
  const material = new Uint8Array(32).fill(14)
  for (const at of INSTANTS) {
    const now = lab.store.getState().now
    const validTo = Math.max(now + seconds(10), Math.min(at + seconds(1), now + days(364)))
    const entry = await importMaterial(lab, { KeyId: imported, material, crypto, validTo })
    expect(entry).toMatchObject({ ok: true })
    await lab.moveClock(Math.max(at, lab.store.getState().now))
    hashes.push(hashOf(lab))
    await lab.moveClock(Math.max(at + seconds(2), validTo, lab.store.getState().now))
    await lab.call({ operation: 'DescribeKey', input: { KeyId: imported } })
    await lab.call({ operation: 'ListKeyRotations', input: { KeyId: rotating } })
    hashes.push(hashOf(lab))
  }
  return hashes
}

const pairs = await recordedPairs(1)
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

describe('the same history', () => {
  it('F14 has the same states in eight time zones, through odd moments of local time', async () => {
    const before = process.env.TZ
    const results: (readonly string[])[] = []
    try {
      for (const zone of ZONES) {
        process.env.TZ = zone
        results.push(await history(webCryptoProvider(), pairs))
      }
      process.env.TZ = 'Pacific/Apia'
      expect(new Date(Date.UTC(2026, 5, 1)).getTimezoneOffset()).not.toBe(0)
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
    for (const result of results) expect(result).toEqual(results[0])
    expect(results).toHaveLength(8)
    expect(new Set(results[0]).size).toBe(2 * INSTANTS.length)
  })

  it('F14 has no call of local time anywhere in the rooms that keep state', () => {
    const local =
      /\.(?:getTimezoneOffset|getHours|getDate|getDay|getMonth|getFullYear|getMinutes|toLocale\w+|toDateString|toTimeString|setHours|setDate)\(|Date\.now|new Date\(\)|new Date\(\d+,/
    const offenders = ['kms', 'cloud', 'wire', 'lab'].flatMap((room) =>
      sources(fileURLToPath(new URL(`../${room}/`, import.meta.url))).filter((file) =>
        local.test(readFileSync(file, 'utf8')),
      ),
    )
    expect(offenders).toEqual([])
  })

  it('F14 knows no jump that a timer could not wait for: the far end of the calendar comes at once', async () => {
    const lab = await createLab(testPorts())
    const KeyId = await createKey(lab, 'EXTERNAL')
    await importMaterial(lab, {
      KeyId,
      material: new Uint8Array(32),
      crypto: webCryptoProvider(),
      validTo: WORLD_START + days(365),
    })
    const { happened } = await lab.moveClock(Date.UTC(9999, 11, 31))
    expect(happened).toHaveLength(1)
    await lab.undo()
    expect(lab.store.getState().now).toBeLessThan(WORLD_START + days(1))
  })

  it('F22 has the same states when the platform has no crypto.subtle', async () => {
    expect(await history(pureProvider(forgeRsa), pairs)).toEqual(await history(webCryptoProvider(), pairs))
  })
})

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test.'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
}
