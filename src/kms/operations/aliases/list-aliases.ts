import { findKey } from '../../find-key.ts'
import { aliasesTable, type AliasRecord } from '../../key.ts'
import { aliasName, arn, truncation } from '../../members.ts'
import { operation } from '../../operation.ts'
import { page } from '../../page.ts'
import { keyId, limit, list, marker, optional, structure, timestamp } from '../../shapes.ts'

export const listAliases = operation({
  name: 'ListAliases',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html',
  readOnly: true,
  input: { KeyId: optional(keyId()), Limit: limit(), Marker: marker() },
  output: {
    Aliases: optional(
      list(
        structure({
          AliasName: optional(aliasName()),
          AliasArn: optional(arn()),
          TargetKeyId: optional(keyId()),
          CreationDate: optional(timestamp()),
          LastUpdatedDate: optional(timestamp()),
        }),
      ),
    ),
    ...truncation,
  },
  errors: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'InvalidMarkerException',
    'KMSInternalException',
    'NotFoundException',
  ],
  trail: { request: ['KeyId', 'Limit', 'Marker'], response: [] },
  run({ input, caller, draft, touch }) {
    // The permission is the account's alone: no key policy is asked.
    const key =
      input.KeyId === undefined
        ? undefined
        : findKey(draft, caller, input.KeyId, { aliases: false, action: 'ListAliases' })
    if (key) touch(key)
    const only = key?.id
    const all = draft.rows<AliasRecord>(aliasesTable(caller.accountId, caller.region))
    const chosen = [...all].filter(([, alias]) => only === undefined || alias.targetKeyId === only)
    const { shown, ...rest } = page(chosen, input, 50)
    return {
      Aliases: shown.map((alias) => ({
        AliasName: alias.name,
        AliasArn: alias.arn,
        TargetKeyId: alias.targetKeyId,
        CreationDate: alias.creationDate,
        LastUpdatedDate: alias.lastUpdatedDate,
      })),
      ...rest,
    }
  },
})
