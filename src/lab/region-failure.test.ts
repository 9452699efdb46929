import { describe, expect, it } from 'vitest'
import { decodeUtf8 } from '../bytes/utf8.ts'
import { expirationTable, type ExpirationRow } from '../cloud/cloudwatch/expiration-metric.ts'
import { createLab } from './create-lab.ts'
import { NAMES } from './rows.ts'
import type { TerminalEntry } from './terminal.ts'
import { testPorts } from './testing/ports.ts'
import { smallShell } from './testing/small-shell.ts'
import { createKey, hashOf, importMaterial, ok } from './testing/work.ts'
import { WORLD_START } from './world-rows.ts'

async function imported() {
  const ports = { ...testPorts(), shell: smallShell() }
  const lab = await createLab(ports)
  const KeyId = await createKey(lab, 'EXTERNAL')
  const material = new Uint8Array(32).fill(1)
  await importMaterial(lab, { KeyId, material, crypto: ports.crypto, validTo: WORLD_START + 86_400_000 })
  const state = async () =>
    ((await ok(lab, 'DescribeKey', { KeyId })).KeyMetadata as { KeyState: string }).KeyState
  return { lab, KeyId, state }
}

describe('the failure of a Region', () => {
  it('is one entry of the journal, without a record in the trail, and can be taken back', async () => {
    const { lab, KeyId, state } = await imported()
    const [before, records] = [hashOf(lab), lab.trail().length]
    expect(await lab.regionFailure()).toEqual([`arn:aws:kms:eu-west-1:111122223333:key/${KeyId}`])
    expect((await lab.journal()).at(-1)?.action).toEqual({ kind: 'region-failure', region: 'eu-west-1' })
    expect(lab.trail()).toHaveLength(records)
    expect(await state()).toBe('PendingImport')
    await lab.undo()
    await lab.undo()
    expect(hashOf(lab)).toBe(before)
    expect(await state()).toBe('Enabled')
  })

  it('ends the countdown to the expiry of the lost material', async () => {
    const { lab, KeyId } = await imported()
    await lab.regionFailure('eu-west-1')
    const row = lab.tables.get<ExpirationRow>(expirationTable('111122223333', 'eu-west-1'), KeyId)
    expect(row?.spans.at(-1)).toEqual({ from: lab.store.getState().now, validTo: null })
  })

  it('is an order of the terminal that says what it is, what is gone and how to take it back', async () => {
    const { lab, state } = await imported()
    const text = async (line: string) => decodeUtf8(((await lab.terminal.run(line)) as TerminalEntry).stdout)
    expect(await text('ask region-failure eu-central-1')).toContain('No key here had imported material.')
    expect(await state()).toBe('Enabled')
    const said = await text('ask region-failure')
    expect(said).toContain('Teaching model: eu-west-1 failed')
    expect(said).toContain('the imported material is not: ')
    expect(await state()).toBe('PendingImport')
    expect(await text('ask region-failure mars')).toContain('mars')
    expect(lab.tables.size(NAMES)).toBe(0)
  })
})
