import { encryptInput, makeKeys, openCloud } from './account.ts'
import { openLab, putOnDisk } from './saved-lab.ts'

const NAME = 'boot'
const KEYS = 10_000
const RECORDS = 20_000
/** Calls since the last snapshot, which a start plays again */
const CALLS = 100

/** Saves a workspace of 10,000 keys and 20,000 trail records, with 100 journal entries after its snapshot. */
export async function prepareBoot() {
  const { cloud, call } = openCloud()
  const ids = await makeKeys(call, KEYS)
  while (cloud.trail().length < RECORDS - CALLS) {
    for (const id of ids.slice(0, RECORDS - CALLS - cloud.trail().length)) {
      await call('Encrypt', encryptInput(id, new Uint8Array(32)))
    }
  }
  await putOnDisk(NAME, cloud.tables)
  const lab = await openLab(NAME)
  for (let i = 0; i < CALLS; i++)
    await lab.call({ operation: 'DescribeKey', input: { KeyId: ids[i] as string } })
  await lab.close()
}

/** Opens it in a fresh page, as after a reload. */
export async function boot() {
  const start = performance.now()
  const lab = await openLab(NAME)
  const ms = performance.now() - start
  const { saved } = lab.store.getState()
  const records = lab.trail().length
  await lab.close()
  if (saved !== 'saved' || records !== RECORDS) throw new Error(`opened as ${saved} with ${records} records`)
  return ms
}

/** The same workspace written to a file, and the file opened in an empty one. */
export async function viaFile() {
  const lab = await openLab(NAME)
  const start = performance.now()
  const file = await lab.save()
  const saveMs = performance.now() - start
  await lab.close()

  const empty = await openLab(`${NAME}-copy`)
  await empty.reset()
  const loading = performance.now()
  await empty.load(file)
  const loadMs = performance.now() - loading
  const records = empty.trail().length
  await empty.close()
  if (records !== RECORDS) throw new Error(`the file brought ${records} records`)
  return { saveMs, loadMs, bytes: file.length }
}
