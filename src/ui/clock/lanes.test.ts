import { describe, expect, it } from 'vitest'
import type { KeyRecord } from '../../kms/key.ts'
import { days, hours } from '../../world/clock.ts'
import { lanes, ticks } from './lanes.ts'

const now = Date.UTC(2026, 0, 12, 9, 40)
const [a, b] = ['a'.repeat(64), 'b'.repeat(64)]
const key: KeyRecord = {
  id: 'key-1',
  arn: 'arn:aws:kms:eu-west-1:111122223333:key/key-1',
  accountId: '111122223333',
  region: 'eu-west-1',
  creationDate: 0,
  description: '',
  keySpec: 'SYMMETRIC_DEFAULT',
  keyUsage: 'ENCRYPT_DECRYPT',
  origin: 'EXTERNAL',
  multiRegion: false,
  policy: '{}',
  tags: {},
  disabled: false,
  materials: [
    { id: a, state: 'NON_CURRENT', token: new Uint8Array(1), validTo: now + days(60) },
    { id: b, state: 'CURRENT', token: new Uint8Array(1) },
  ],
  onDemand: { count: 0 },
  usableSince: 0,
}

describe('a key over time', () => {
  it('turns to an outline where the bytes are there but the key is stopped', () => {
    const due = { kind: 'material-expires', at: now + days(60), materialId: a } as const
    const event = {
      due,
      keyId: key.id,
      keyArn: key.arn,
      before: key,
      after: { ...key, materials: key.materials.map((m) => (m.id === a ? { ...m, token: null } : m)) },
    }
    const [lane] = lanes([key], [event], now, now + days(100))
    expect(lane?.rows).toEqual([
      { label: 'aaaa', segments: [{ from: now, to: now + days(60), bar: 'solid' }] },
      {
        label: 'bbbb',
        segments: [
          { from: now, to: now + days(60), bar: 'solid' },
          { from: now + days(60), to: now + days(100), bar: 'outline' },
        ],
      },
    ])
  })

  it('is hatched until it is deleted, and nothing after', () => {
    const doomed = { ...key, materials: key.materials.slice(1), deletionDate: now + days(7) }
    const event = {
      due: { kind: 'key-is-deleted', at: now + days(7) },
      keyId: key.id,
      keyArn: key.arn,
      before: doomed,
      after: null,
    } as const
    const [lane] = lanes([doomed], [event], now, now + days(30))
    expect(lane?.rows[0]?.segments).toEqual([{ from: now, to: now + days(7), bar: 'hatched' }])
  })

  it('has at most five marks on its axis', () => {
    for (const length of [hours(1), hours(20), days(61), days(365), days(4000)]) {
      const marks = ticks(now, now + length)
      expect(marks.length).toBeLessThanOrEqual(5)
      expect(marks.length).toBeGreaterThan(0)
    }
  })
})
