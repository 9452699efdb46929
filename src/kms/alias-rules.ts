import { KmsError } from './errors.ts'
import { aliasArn, aliasesTable, type AliasRecord, type KeyRecord } from './key.ts'
import { familyOf } from './key-spec.ts'
import { isAliasIdentifier } from './find-key.ts'
import type { Draft } from './tables.ts'
import type { Caller } from './trail.ts'

/** Texts F-609, F-611 and F-612. @throws KmsError */
export function requireAliasName(name: string): void {
  if (!name.startsWith('alias/')) {
    throw new KmsError(
      'ValidationException',
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    )
  }
  if (name.startsWith('alias/aws/')) throw new KmsError('NotAuthorizedException')
}

export function requireKeyTarget(target: string): void {
  if (isAliasIdentifier(target))
    throw new KmsError('ValidationException', 'Aliases must refer to keys. Not aliases')
}

/** @throws KmsError NotFoundException, F-608 */
export function existingAlias(draft: Draft, { accountId, region }: Caller, name: string): AliasRecord {
  const alias = draft.get<AliasRecord>(aliasesTable(accountId, region), name)
  if (!alias)
    throw new KmsError('NotFoundException', `Alias ${aliasArn(accountId, region, name)} is not found.`)
  return alias
}

const pairOrNot = (key: KeyRecord) => {
  const family = familyOf(key.keySpec)
  return family === 'symmetric' || family === 'hmac' ? family : 'asymmetric'
}

/** An alias moves only between keys of the same type and usage (F-352). */
export const interchangeable = (a: KeyRecord, b: KeyRecord) =>
  pairOrNot(a) === pairOrNot(b) && a.keyUsage === b.keyUsage
