import { outOfSight } from './access-denied.ts'
import { KmsError } from './errors.ts'
import { aliasArn, aliasesTable, keyArn, keysTable, type AliasRecord, type KeyRecord } from './key.ts'
import type { TableReader } from './tables.ts'
import type { Caller } from './trail.ts'

const KEY_ID = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/
const ARN = /^arn:aws:kms:([a-z0-9-]+):(\d{12}):(key|alias)\/(.+)$/

export interface Finding {
  readonly aliases: boolean
  /** May it be a key of another account? */
  readonly crossAccount?: boolean
  /** The permission that will be asked for: a refusal names it */
  readonly action: string
}

/**
 * Finds the key that an identifier names: key ID, key ARN, alias name or alias ARN (F-505).
 * @throws KmsError NotFoundException with the recorded texts F-605 to F-608; InvalidArnException for an alias where
 * there may be none (public reports of several years); AccessDeniedException for another account
 */
export function findKey(reader: TableReader, caller: Caller, identifier: string, how: Finding): KeyRecord {
  const { accountId, region } = caller
  if (identifier.startsWith('alias/')) {
    if (!how.aliases) throw noAliases()
    return keyBehindAlias(reader, accountId, region, identifier)
  }
  if (!identifier.startsWith('arn:')) {
    if (!KEY_ID.test(identifier)) throw invalid(identifier)
    return existing(reader, accountId, region, identifier)
  }

  const [, arnRegion, arnAccount, kind, name] = ARN.exec(identifier) ?? []
  if (!arnRegion || !arnAccount || !name) throw invalid(identifier)
  if (arnRegion !== region) throw new KmsError('NotFoundException', `Invalid arn ${arnRegion}`)
  if (kind === 'alias' && !how.aliases) throw noAliases()
  if (kind === 'key' && !KEY_ID.test(name)) throw invalid(identifier)
  const find = () =>
    kind === 'alias'
      ? keyBehindAlias(reader, arnAccount, arnRegion, `alias/${name}`)
      : existing(reader, arnAccount, arnRegion, name)
  if (arnAccount === accountId) return find()
  if (!how.crossAccount) throw outOfSight(caller, how.action)
  try {
    return find()
  } catch {
    throw outOfSight(caller, how.action)
  }
}

export const isAliasIdentifier = (identifier: string) =>
  identifier.startsWith('alias/') || /^arn:aws:kms:[^:]*:[^:]*:alias\//.test(identifier)

const noAliases = () =>
  new KmsError('InvalidArnException', 'Key Aliases are not supported for this operation.')

const invalid = (identifier: string) => new KmsError('NotFoundException', `Invalid keyId '${identifier}'`)

function existing(reader: TableReader, accountId: string, region: string, id: string): KeyRecord {
  const key = reader.get<KeyRecord>(keysTable(accountId, region), id)
  if (key) return key
  throw new KmsError('NotFoundException', `Key '${keyArn(accountId, region, id)}' does not exist`)
}

function keyBehindAlias(reader: TableReader, accountId: string, region: string, name: string): KeyRecord {
  const alias = reader.get<AliasRecord>(aliasesTable(accountId, region), name)
  if (!alias)
    throw new KmsError('NotFoundException', `Alias ${aliasArn(accountId, region, name)} is not found.`)
  return existing(reader, accountId, region, alias.targetKeyId)
}
