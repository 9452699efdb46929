import { existingAlias, interchangeable, requireAliasName, requireKeyTarget } from '../../alias-rules.ts'
import { KmsError } from '../../errors.ts'
import { findKey } from '../../find-key.ts'
import { aliasesOf, aliasesTable, type AliasRecord } from '../../key.ts'
import { aliasName } from '../../members.ts'
import { operation } from '../../operation.ts'
import { keyId } from '../../shapes.ts'

export const updateAlias = operation({
  name: 'UpdateAlias',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html',
  readOnly: false,
  input: { AliasName: aliasName(), TargetKeyId: keyId() },
  output: {},
  errors: [
    'DependencyTimeoutException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'NotFoundException',
  ],
  asksLater: true,
  trail: { request: ['AliasName', 'TargetKeyId'], response: [], keyArn: true },
  run({ input, caller, limits, world, draft, admit, authorize, touch }) {
    const { AliasName: name, TargetKeyId: target } = input
    requireAliasName(name)
    requireKeyTarget(target)
    const alias = existingAlias(draft, caller, name)
    authorize('UpdateAlias', { aliasArn: alias.arn })
    // Only the new target's state counts: an alias may leave a key that is pending deletion (note 10 of the state table).
    const next = admit(target)
    const previous = findKey(draft, caller, alias.targetKeyId, { aliases: false, action: 'UpdateAlias' })
    touch(previous)
    authorize('UpdateAlias', { key: previous })
    if (!interchangeable(previous, next))
      throw new KmsError(
        'ValidationException',
        `Alias ${alias.arn} cannot be changed from ${previous.arn} to ${next.arn}. The current and new keys must be the same type and have the same key usage.`,
      )
    if (next.id !== previous.id && aliasesOf(draft, next).length >= limits.aliasesPerKey)
      throw new KmsError('LimitExceededException')
    const moved: AliasRecord = { ...alias, targetKeyId: next.id, lastUpdatedDate: world.clock.now() }
    draft.put(aliasesTable(caller.accountId, caller.region), name, moved)
    return {}
  },
})
