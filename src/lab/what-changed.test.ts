import { describe, expect, it } from 'vitest'
import { encodeBase64 } from '../bytes/base64.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { createLab } from './create-lab.ts'
import type { Lab } from './lab.ts'
import { NAMES } from './rows.ts'
import { testPorts } from './testing/ports.ts'
import { smallLab } from './testing/small-lab.ts'
import { createKey, ok } from './testing/work.ts'
import { whatChanged, worldAtStart } from './what-changed.ts'

const changes = async (lab: Lab) => {
  const start = worldAtStart(await lab.journal(), 'small')
  return start && whatChanged(start, lab.tables)
}

describe('what changed in a lab', () => {
  it('is nothing at its start, and nothing that was there before', async () => {
    const lab = await createLab(testPorts({ labs: [smallLab] }))
    await createKey(lab)
    await lab.putFile('mess', Uint8Array.of(1))
    expect(await changes(lab)).toBeUndefined()
    await lab.startLab(smallLab, 1)
    const none = { added: 0, changed: 0, removed: 0 }
    expect(await changes(lab)).toEqual({
      keys: [],
      aliases: [],
      objects: none,
      files: none,
      records: { count: 0, refused: 0, names: [] },
    })
  })

  it('is told of keys, materials, aliases, files and records, and follows undo', async () => {
    const lab = await createLab(testPorts({ labs: [smallLab] }))
    await lab.startLab(smallLab, 1)
    const arn = lab.tables.get<string>(NAMES, 'K1') as string
    const KeyId = arn.split('/')[1] as string
    await ok(lab, 'Encrypt', { KeyId, Plaintext: encodeBase64(encodeUtf8('x')) })
    await ok(lab, 'RotateKeyOnDemand', { KeyId })
    await lab.moveClock(lab.store.getState().now + 3_600_000)
    await ok(lab, 'CreateAlias', { AliasName: 'alias/x', TargetKeyId: KeyId })
    await ok(lab, 'DisableKey', { KeyId })
    expect(await lab.call({ operation: 'Encrypt', input: { KeyId, Plaintext: 'eA==' } })).toMatchObject({
      ok: false,
    })
    const second = await createKey(lab, 'EXTERNAL')
    await lab.putFile('secret.bin', Uint8Array.of(2))
    await lab.putFile('new.bin', Uint8Array.of(3))
    const changed = await changes(lab)
    expect(changed?.keys).toMatchObject([
      { arn, states: { from: 'Enabled', to: 'Disabled' }, materials: { more: 1, gone: 0, other: true } },
      { states: { to: 'PendingImport' }, materials: { more: 0, gone: 0, other: false } },
    ])
    expect(changed?.keys[1]?.arn).toContain(second)
    expect(changed?.aliases).toEqual([{ name: 'alias/x', to: KeyId }])
    expect(changed?.files).toEqual({ added: 1, changed: 1, removed: 0 })
    expect(changed?.records).toMatchObject({ refused: 1 })
    expect(changed?.records.names[0]).toEqual(['Encrypt', 2])

    await lab.undo()
    await lab.removeFile('secret.bin')
    expect((await changes(lab))?.files).toEqual({ added: 0, changed: 0, removed: 1 })
  })
})
