import { keysTable, type KeyRecord } from '../../key.ts'
import { arn, truncation } from '../../members.ts'
import { operation } from '../../operation.ts'
import { page } from '../../page.ts'
import { keyId, limit, list, marker, optional, structure } from '../../shapes.ts'

export const listKeys = operation({
  name: 'ListKeys',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html',
  readOnly: true,
  input: { Limit: limit(), Marker: marker() },
  output: {
    Keys: optional(list(structure({ KeyId: optional(keyId()), KeyArn: optional(arn()) }))),
    ...truncation,
  },
  errors: ['DependencyTimeoutException', 'InvalidMarkerException', 'KMSInternalException'],
  trail: { request: ['Limit', 'Marker'], response: [] },
  run({ input, caller, draft }) {
    const { shown, ...rest } = page(
      draft.rows<KeyRecord>(keysTable(caller.accountId, caller.region)),
      input,
      100,
    )
    return { Keys: shown.map(({ id, arn }) => ({ KeyId: id, KeyArn: arn })), ...rest }
  },
})
