import { requireAliasName, requireKeyTarget } from '../../alias-rules.ts'
import { KmsError } from '../../errors.ts'
import { aliasArn, aliasesOf, aliasesTable, type AliasRecord } from '../../key.ts'
import { aliasName } from '../../members.ts'
import { operation } from '../../operation.ts'
import { keyId } from '../../shapes.ts'

export const createAlias = operation({
  name: 'CreateAlias',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html',
  readOnly: false,
  input: { AliasName: aliasName(), TargetKeyId: keyId() },
  output: {},
  errors: [
    'AlreadyExistsException',
    'DependencyTimeoutException',
    'InvalidAliasNameException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'NotFoundException',
  ],
  asksLater: true,
  trail: { request: ['AliasName', 'TargetKeyId'], response: [], keyArn: true },
  run({ input, caller, limits, world, draft, admit, authorize }) {
    const { AliasName: name, TargetKeyId: target } = input
    requireAliasName(name)
    requireKeyTarget(target)
    const table = aliasesTable(caller.accountId, caller.region)
    const arn = aliasArn(caller.accountId, caller.region, name)
    authorize('CreateAlias', { aliasArn: arn })
    const key = admit(target)
    if (draft.get(table, name))
      throw new KmsError('AlreadyExistsException', `An alias with the name ${arn} already exists`)
    if (aliasesOf(draft, key).length >= limits.aliasesPerKey) throw new KmsError('LimitExceededException')
    const now = world.clock.now()
    const alias: AliasRecord = { name, arn, targetKeyId: key.id, creationDate: now, lastUpdatedDate: now }
    draft.put(table, name, alias)
    return {}
  },
})
