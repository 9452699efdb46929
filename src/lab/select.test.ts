import { expect, it } from 'vitest'
import { webCryptoProvider } from '../crypto/web-crypto.ts'
import { days } from '../world/clock.ts'
import { createLab } from './create-lab.ts'
import { countsOf, keysOf, nextOf } from './select.ts'
import { testPorts } from './testing/ports.ts'
import { createKey, importMaterial, ok } from './testing/work.ts'
import { WORLD_START } from './world-rows.ts'

it('keys are shown with what follows from their records: state, aliases, expiry and what comes next', async () => {
  const lab = await createLab(testPorts())
  const generated = await createKey(lab)
  const imported = await createKey(lab, 'EXTERNAL')
  await createKey(lab, 'EXTERNAL')
  const validTo = WORLD_START + days(30)
  await importMaterial(lab, {
    KeyId: imported,
    material: new Uint8Array(32).fill(1),
    crypto: webCryptoProvider(),
    validTo,
  })
  await ok(lab, 'CreateAlias', { AliasName: 'alias/intake', TargetKeyId: imported })
  await ok(lab, 'ScheduleKeyDeletion', { KeyId: generated, PendingWindowInDays: 7 })

  const keys = keysOf(lab.tables)
  expect(
    keys.map(({ record, state, aliases, validTo: until }) => [record.id, state, aliases, until]),
  ).toEqual([
    [generated, 'PendingDeletion', [], undefined],
    [imported, 'Enabled', ['alias/intake'], validTo],
    [expect.any(String), 'PendingImport', [], undefined],
  ])
  expect(nextOf(keys)).toMatchObject({ key: { record: { id: generated } }, due: { kind: 'key-is-deleted' } })
  expect([...countsOf(keys)]).toEqual([
    ['PendingDeletion', 1],
    ['Enabled', 1],
    ['PendingImport', 1],
  ])
  expect(keysOf(lab.tables, 'eu-central-1')).toEqual([])
})
