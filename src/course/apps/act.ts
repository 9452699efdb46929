import type { Bytes } from '../../bytes/bytes.ts'
import { decodeUtf8 } from '../../bytes/utf8.ts'
import { objectsTable } from '../../cloud/s3/rows.ts'
import type { Cloud } from '../../cloud/cloud.ts'
import type { ServiceName } from '../../cloud/service.ts'
import { record } from '../cast.ts'
import { appCaller, type AppRow, type ContextName } from './app.ts'
import { contextOf, labelled, objectName, readLabel, recordId, type LocalCipher } from './envelope.ts'
import { held, remember } from './memory.ts'

export interface AppPorts {
  readonly cloud: Cloud
  readonly local: LocalCipher
}

export interface Outcome {
  readonly ok: number
  readonly failed: number
  readonly code?: string
  readonly written?: 1
}

type Input = Readonly<Record<string, unknown>>
type Told = { readonly output: Input } | { readonly code: string }

/** One act of an app: real requests as its role, which leave their records. */
export async function actOf(ports: AppPorts, row: AppRow): Promise<Outcome> {
  const told = await withSettings(ports, row)
  if ('code' in told) return { ok: 0, failed: 1, code: told.code }
  const { app } = told
  if (app.does === 'write') return write(ports, app)
  if (app.does === 'intrude') return intrude(ports, app)
  let [ok, failed] = [0, 0]
  let code: string | undefined
  for (const object of app.does === 'read' ? nextTwo(ports, app) : aSpread(ports, app)) {
    const refused = await read(ports, app, object)
    if (refused === undefined) ok++
    else {
      failed++
      code ??= refused
    }
  }
  return { ok, failed, ...(code === undefined ? {} : { code }) }
}

async function write({ cloud, local }: AppPorts, app: AppRow): Promise<Outcome> {
  const number = app.recordsBefore + app.written + 1
  const label = { record: recordId(number), study: app.study }
  const made = await call(cloud, app, 'GenerateDataKey', {
    KeyId: app.key ?? '',
    KeySpec: 'AES_256',
    EncryptionContext: contextOf(app.context, label),
  })
  if ('code' in made) return { ok: 0, failed: 1, code: made.code }
  const put = await request(cloud, app, 's3', 'PutObject', {
    Bucket: app.bucket,
    Key: objectName(label.record),
    Body: local.close(made.output.Plaintext as Bytes, record(app.study, number)),
    Metadata: labelled(made.output.CiphertextBlob as Bytes, label),
  })
  return 'code' in put ? { ok: 0, failed: 1, code: put.code } : { ok: 1, failed: 0, written: 1 }
}

async function intrude({ cloud }: AppPorts, app: AppRow): Promise<Outcome> {
  const told = await call(cloud, app, 'ScheduleKeyDeletion', {
    KeyId: app.key ?? '',
    PendingWindowInDays: 7,
  })
  return 'code' in told ? { ok: 0, failed: 1, code: told.code } : { ok: 1, failed: 0 }
}

/** @returns the code of what refused it */
async function read({ cloud, local }: AppPorts, app: AppRow, object: string): Promise<string | undefined> {
  const got = await request(cloud, app, 's3', 'GetObject', { Bucket: app.bucket, Key: object })
  if ('code' in got) return got.code
  const label = readLabel(got.output.Metadata as Readonly<Record<string, string>> | undefined)
  if (!label) return undefined
  let dataKey = held(cloud, local, app.name, object)
  if (!dataKey) {
    const opened = await call(cloud, app, 'Decrypt', {
      CiphertextBlob: label.wrapped,
      EncryptionContext: contextOf(app.context, label),
    })
    if ('code' in opened) return opened.code
    dataKey = opened.output.Plaintext as Bytes
    if (app.keepsKeysFor !== undefined) remember(cloud, local, app, object, dataKey)
  }
  try {
    decodeUtf8(local.open(dataKey, got.output.Body as Bytes))
    return undefined
  } catch {
    return 'RecordDamaged'
  }
}

const objectsOf = ({ cloud: { tables } }: AppPorts, { bucket }: AppRow): string[] =>
  Array.from(tables.rows(objectsTable(bucket)), ([key]) => key)
    .filter((key) => key.startsWith(objectName('')))
    .sort()

/** The first one, which everybody looks at, and another one each time. */
function nextTwo(ports: AppPorts, app: AppRow): string[] {
  const all = objectsOf(ports, app)
  const [first, ...rest] = all
  if (first === undefined) return []
  const other = rest[(app.acts * 7 + 3) % Math.max(1, rest.length)]
  return other === undefined ? [first] : [first, other]
}

function aSpread(ports: AppPorts, app: AppRow): string[] {
  const all = objectsOf(ports, app)
  const most = 6
  if (all.length <= most) return all
  return Array.from(
    { length: most },
    (_, i) => all[Math.round((i * (all.length - 1)) / (most - 1))] as string,
  )
}

/** The app as its settings say now. */
async function withSettings(
  { cloud }: AppPorts,
  row: AppRow,
): Promise<{ readonly app: AppRow } | { readonly code: string }> {
  const { settings } = row
  if (!settings) return { app: row }
  const got = await request(cloud, row, 's3', 'GetObject', { Bucket: settings.bucket, Key: settings.key })
  if ('code' in got) return got
  try {
    const said = JSON.parse(decodeUtf8(got.output.Body as Bytes)) as Record<string, unknown>
    const context = said.context === undefined ? row.context : (said.context as ContextName[])
    const key = said.key === undefined ? row.key : String(said.key)
    if (!context.every((name) => name === 'record' || name === 'study')) return { code: 'BadSettings' }
    return { app: { ...row, context, ...(key === undefined ? {} : { key }) } }
  } catch {
    return { code: 'BadSettings' }
  }
}

async function call(cloud: Cloud, app: AppRow, operation: string, input: Input): Promise<Told> {
  const result = await cloud.call(operation, input, appCaller(app))
  return result.ok ? { output: result.output } : { code: result.error.code }
}

async function request(
  cloud: Cloud,
  app: AppRow,
  service: ServiceName,
  operation: string,
  input: Input,
): Promise<Told> {
  const result = await cloud.request(service, operation, input, appCaller(app))
  return result.ok ? { output: result.output } : { code: result.error.code }
}
