import { existingAlias, requireAliasName } from '../../alias-rules.ts'
import { aliasesTable } from '../../key.ts'
import { aliasName } from '../../members.ts'
import { operation } from '../../operation.ts'

export const deleteAlias = operation({
  name: 'DeleteAlias',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteAlias.html',
  readOnly: false,
  input: { AliasName: aliasName() },
  output: {},
  errors: [
    'DependencyTimeoutException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
  ],
  asksLater: true,
  trail: { request: ['AliasName'], response: [], keyArn: true },
  run({ input, caller, draft, admit, authorize }) {
    requireAliasName(input.AliasName)
    const alias = existingAlias(draft, caller, input.AliasName)
    authorize('DeleteAlias', { aliasArn: alias.arn })
    admit(alias.targetKeyId)
    draft.remove(aliasesTable(caller.accountId, caller.region), alias.name)
    return {}
  },
})
