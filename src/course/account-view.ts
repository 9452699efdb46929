import { aliasesTable, keysTable, type AliasRecord, type KeyRecord } from '../kms/key.ts'
import type { TableReader } from '../kms/tables.ts'
import type { LabView } from './lab-definition.ts'

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
