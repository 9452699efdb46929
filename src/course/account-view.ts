import { aliasesTable, keysTable, type AliasRecord, type KeyRecord } from '../kms/key.ts'
import type { TableReader } from '../kms/tables.ts'
import { authorizeByPolicies } from '../cloud/authorize.ts'
import { sessionOf } from '../cloud/identities.ts'
import { KmsError } from '../kms/errors.ts'
import type { Instant } from '../world/clock.ts'
import type { LabView, Role } from './lab-definition.ts'

export const ACCOUNT = '111122223333'
/** The home Region of the story */
export const REGION = 'eu-west-1'

/** What a view shows of the account beside the keys that a lab named. */
export const accountView = (reader: TableReader): Pick<LabView, 'keys' | 'keyAt' | 'behind'> => ({
  keyAt: (arn) => keyByArn(reader, arn),
  keys: (region = REGION) =>
    Array.from(reader.rows<KeyRecord>(keysTable(ACCOUNT, region)), ([, key]) => key).sort(
      (a, b) => a.creationDate - b.creationDate,
    ),
  behind(alias, region = REGION) {
    const row = reader.get<AliasRecord>(aliasesTable(ACCOUNT, region), alias)
    return row && reader.get<KeyRecord>(keysTable(ACCOUNT, region), row.targetKeyId)
  },
})

/** A key by its ARN, in whichever Region it is. */
export function keyByArn(reader: TableReader, arn: string | undefined): KeyRecord | undefined {
  const [, , , region = '', accountId = '', resource = ''] = arn?.split(':') ?? []
  return reader.get<KeyRecord>(keysTable(accountId, region), resource.slice('key/'.length))
}

/** Whether a role may do this with a key now, by the same rules as a real request, which are asked here without one. */
export function may(reader: TableReader, now: Instant, role: Role, operation: string, arn: string): boolean {
  const key = keyByArn(reader, arn)
  if (!key) return false
  const caller = {
    accountId: ACCOUNT,
    region: key.region,
    principal: sessionOf(ACCOUNT, role, 'lab'),
    sourceIPAddress: '192.0.2.10',
    userAgent: 'kms-key-material-lab',
  }
  try {
    authorizeByPolicies({ caller, operation, action: operation, input: { KeyId: arn }, key, reader, now })
    return true
  } catch (error) {
    if (error instanceof KmsError) return false
    throw error
  }
}
