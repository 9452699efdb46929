import type { CallEntry, Lab, RequestValue } from '../../lab/lab.ts'
import { FILES, NAMES, type FileRow } from '../../lab/rows.ts'
import {
  aliasesOf,
  aliasesTable,
  keysTable,
  relatedKeys,
  type AliasRecord,
  type KeyRecord,
  type Material,
} from '../../kms/key.ts'
import { materialId } from '../../kms/materials.ts'
import type { Tables } from '../../kms/tables.ts'
import type { TrailEvent } from '../../kms/trail.ts'
import { actingNow } from '../../lab/acting.ts'
import { ACCOUNT } from '../../lab/stage.ts'
import { isImported, keyName } from '../key-look.ts'
import { words } from '../words.ts'
import { fileLook, type FileLook } from './file-kind.ts'

export interface SceneFile extends FileLook {
  readonly name: string
  /** It holds the bytes of a material of this key */
  readonly copyOf?: readonly string[]
}

export interface SceneKey {
  readonly record: KeyRecord
  readonly name: string
  readonly aliases: readonly AliasRecord[]
  /** Materials whose bytes lie in a file of the learner's */
  readonly kept: ReadonlySet<string>
  /** The same multi-Region key in other Regions */
  readonly related: readonly KeyRecord[]
}

/** The name that all panes use, in full where it is an alias; the lab's own name goes before the aliases. */
export const fullName = ({ name, aliases }: SceneKey): string =>
  aliases.find((alias) => alias.name === `alias/${name}`)?.name ?? name

/** The newest call that went to a key, as an arrow. */
export interface Crossing {
  readonly number: number
  readonly operation: string
  readonly file?: string
  readonly keyArn: string
  readonly error?: string
  /** Something came back with the answer */
  readonly returns: boolean
}

export interface Scene {
  readonly region: string
  readonly files: readonly SceneFile[]
  readonly keys: readonly SceneKey[]
  readonly crossing?: Crossing
}

const RETURNING = new Set([
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GetParametersForImport',
  'GetPublicKey',
  'ReEncrypt',
])

/** Of every Region. */
export const allKeys = (tables: Tables): KeyRecord[] =>
  tables
    .names()
    .filter((name) => name.startsWith('keys/'))
    .flatMap((table) => Array.from(tables.rows<KeyRecord>(table), ([, key]) => key))

/** Of the Region in which the learner acts: what a call can name by its id alone. */
export const keysHere = (tables: Tables): KeyRecord[] =>
  Array.from(tables.rows<KeyRecord>(keysTable(ACCOUNT, actingNow(tables).region)), ([, key]) => key)

export const aliasesHere = (tables: Tables): AliasRecord[] =>
  Array.from(tables.rows<AliasRecord>(aliasesTable(ACCOUNT, actingNow(tables).region)), ([, alias]) => alias)

/** The key that was picked, or the one that it is in this Region. */
export const picked = (keys: readonly KeyRecord[], arn: string | undefined): KeyRecord | undefined =>
  keys.find((key) => key.arn === arn) ??
  keys.find(({ id, multiRegion }) => multiRegion && arn?.endsWith(`:key/${id}`))

/** The names the lab's text uses, by ARN. */
export const labNames = (tables: Tables): ReadonlyMap<string, string> =>
  new Map(Array.from(tables.rows<string>(NAMES), ([name, arn]) => [arn, name]))

/** Names a key as the learner knows it, with its Region where that is another one. */
export function namer(tables: Tables): (key: KeyRecord) => string {
  const names = labNames(tables)
  const { region } = actingNow(tables)
  return (key) => {
    const name = keyName(key, names, aliasesOf(tables, key))
    return key.region === region ? name : words.key.inRegion(name, key.region)
  }
}

/** Everything World shows of one Region, read from the tables and the newest call. */
export function readScene(lab: Lab, calls: readonly CallEntry[]): Scene {
  const { tables } = lab
  const names = labNames(tables)
  const rows = Array.from(tables.rows<FileRow>(FILES), ([, row]) => row)
  const copies = new Map<string, string[]>()
  const keys = keysHere(tables).map((record): SceneKey => {
    const aliases = aliasesOf(tables, record)
    const name = keyName(record, names, aliases)
    const kept = new Set<string>()
    if (isImported(record) && record.materials.length > 0) {
      for (const { name: file, bytes } of rows) {
        const id = fitting(record, bytes)
        if (!id) continue
        kept.add(id)
        copies.set(file, [...(copies.get(file) ?? []), name])
      }
    }
    return { record, name, aliases, kept, related: relatedKeys(tables, record).slice(1) }
  })
  const files = rows.map(({ name, bytes }): SceneFile => {
    const copyOf = copies.get(name)
    return { ...fileLook(bytes), name, ...(copyOf ? { copyOf, kind: 'material' } : {}) }
  })
  const crossing = crossingOf(calls.at(-1), lab.trail())
  return { region: actingNow(tables).region, files, keys, ...(crossing ? { crossing } : {}) }
}

const LARGEST_MATERIAL = 4096
const ids = new WeakMap<FileRow['bytes'], Map<string, string>>()

function fitting({ id, materials }: KeyRecord, bytes: FileRow['bytes']): string | undefined {
  if (bytes.length > LARGEST_MATERIAL) return undefined
  const byKey = ids.get(bytes) ?? new Map<string, string>()
  ids.set(bytes, byKey)
  const wanted = byKey.get(id) ?? materialId(id, bytes)
  byKey.set(id, wanted)
  return materials.find((material: Material) => material.id === wanted)?.id
}

export function crossingOf(call: CallEntry | undefined, trail: readonly TrailEvent[]): Crossing | undefined {
  if (!call) return undefined
  const record = call.eventNumber === undefined ? undefined : trail[call.eventNumber - 1]
  const keyArn = record?.resources?.find(({ type }) => type === 'AWS::KMS::Key')?.ARN
  if (!keyArn) return undefined
  const file = fileIn(call.request.input)
  return {
    number: call.number,
    operation: call.request.operation,
    keyArn,
    returns: call.ok && RETURNING.has(call.request.operation),
    ...(file === undefined ? {} : { file }),
    ...(call.error ? { error: call.error.code } : {}),
  }
}

/** The first file a request carries; the blob of an import before its token. */
function fileIn(input: Readonly<Record<string, RequestValue>>): string | undefined {
  const isFile = (value: RequestValue | undefined): value is { readonly file: string } =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    typeof (value as { file?: unknown }).file === 'string'
  const blob = input.EncryptedKeyMaterial
  const value = isFile(blob) ? blob : Object.values(input).find(isFile)
  return isFile(value) ? value.file : undefined
}
