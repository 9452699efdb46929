import { describe, expect, it } from 'vitest'
import type { DueEvent } from '../kms/engine.ts'
import type { KeyRecord, Material } from '../kms/key.ts'
import { dueWords } from './due-words.ts'

const material = (id: string, change: Partial<Material> = {}): Material => ({
  id: id.repeat(64),
  state: 'CURRENT',
  token: new Uint8Array(40),
  ...change,
})
const key = (change: Partial<KeyRecord> = {}): KeyRecord => ({
  id: '3f1c8a52-6d0e-4b7a-9c41-2f7be05d8a16',
  arn: 'arn:aws:kms:eu-west-1:111122223333:key/3f1c8a52-6d0e-4b7a-9c41-2f7be05d8a16',
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
  materials: [material('a')],
  onDemand: { count: 0 },
  usableSince: 0,
  ...change,
})
const event = (due: DueEvent['due'], before: KeyRecord, after: KeyRecord | null): DueEvent => ({
  due,
  keyId: before.id,
  keyArn: before.arn,
  before,
  after,
})
const say = (due: DueEvent) => dueWords(due, () => 'sponsor-b')

describe('a due event in words', () => {
  it('says that expiry of the only material stops the key', () => {
    const before = key()
    const due = { kind: 'material-expires', at: 1, materialId: before.materials[0]?.id as string } as const
    expect(say(event(due, before, key({ materials: [material('a', { token: null })] })))).toMatchObject({
      title: 'Material aaaaaaaa of sponsor-b expires',
      harmful: true,
    })
  })

  it('says that one of several materials stops the whole key', () => {
    const before = key({ materials: [material('a', { state: 'NON_CURRENT' }), material('b')] })
    const after = key({ materials: [material('a', { state: 'NON_CURRENT', token: null }), material('b')] })
    const due = { kind: 'material-expires', at: 1, materialId: 'a'.repeat(64) } as const
    expect(say(event(due, before, after)).effect).toContain('whole key')
  })

  it('says of a deleted key what goes with it: nothing else opens symmetric ciphertext of one Region', () => {
    const deleted = (change: Partial<KeyRecord>) =>
      say(event({ kind: 'key-is-deleted', at: 1 } as const, key(change), null)).effect
    expect(deleted({})).toContain('never be opened again')
    expect(deleted({ multiRegion: true })).toContain('related key')
    expect(deleted({ keySpec: 'ECC_NIST_P256' })).toContain('imported into a new key')
    expect(deleted({ keySpec: 'ECC_NIST_P256', origin: 'AWS_KMS' })).not.toContain('imported')
  })

  it('knows that a pending material takes nothing with it', () => {
    const before = key({ materials: [material('a'), material('b', { state: 'PENDING_ROTATION' })] })
    const due = { kind: 'material-expires', at: 1, materialId: 'b'.repeat(64) } as const
    expect(say(event(due, before, key())).harmful).toBe(false)
  })

  it('calls deletion what it is', () => {
    expect(say(event({ kind: 'key-is-deleted', at: 1 }, key(), null))).toMatchObject({
      harmful: true,
      title: 'Key sponsor-b is deleted',
    })
  })
})
