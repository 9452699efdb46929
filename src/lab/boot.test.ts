import { IDBFactory } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import { keysTable, type KeyRecord } from '../kms/key.ts'
import type { Put } from '../kms/tables.ts'
import type { TrailEvent } from '../kms/trail.ts'
import { createLab } from './create-lab.ts'
import { genesisHash } from './journal.ts'
import { emptySnapshot, sealSnapshot } from './rebuild.ts'
import { writeSaveFile } from './save-file.ts'
import { testPorts } from './testing/ports.ts'
import { createKey } from './testing/work.ts'
import { keyByArn } from '../course/account-view.ts'

it('a workspace of 10,000 keys and 20,000 records comes back whole', async () => {
  const factory = new IDBFactory()
  const ports = () => testPorts({ storage: { indexedDB: () => factory } })
  const lab = await createLab(ports())
  await createKey(lab)
  const [record] = lab.trail() as [TrailEvent]
  const key = keyByArn(lab.tables, record.resources?.[0]?.ARN) as KeyRecord
  const generation = { schema: 1, generation: 'many' }
  const rows: Put[] = []
  for (let i = 0; i < 10_000; i++) {
    const id = `${String(i).padStart(8, '0')}-0000-4000-8000-000000000000`
    rows.push([keysTable(key.accountId, key.region), id, { ...key, id, arn: key.arn.replace(key.id, id) }])
  }
  for (let i = 1; i <= 20_000; i++) rows.push(['trail', String(i), { ...record, eventID: String(i) }])
  for (const put of lab.tables.dump()) if (put[0] === 'world' || put[0] === 'hsm') rows.push(put)
  const base = sealSnapshot({ ...emptySnapshot(generation), seq: 200, hash: genesisHash(generation), rows })
  await lab.load(writeSaveFile({ generation, base, entries: [] }))
  await lab.close()

  const again = await createLab(ports())
  expect(again.store.getState()).toMatchObject({ phase: 'ready', saved: 'saved' })
  expect(again.tables.size(keysTable(key.accountId, key.region))).toBe(10_000)
  expect(again.trail()).toHaveLength(20_000)
})
