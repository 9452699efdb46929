import { KmsError } from '../../errors.ts'
import { keyArn, keysTable, type KeyRecord } from '../../key.ts'
import { describe } from '../../key-metadata.ts'
import { requireKeyQuota } from '../../key-quota.ts'
import { keyMetadata, policyText, regionName } from '../../members.ts'
import { requireMultiRegionPrimary } from '../../multi-region-rules.ts'
import { operation } from '../../operation.ts'
import { defaultPolicy, requirePolicy, requireWayBack } from '../../policy.ts'
import { isCommercialRegion } from '../../regions.ts'
import { putShared } from '../../related-keys.ts'
import { TRANSITION_DURATION } from '../../settle.ts'
import { flag, keyId, optional, tags, text } from '../../shapes.ts'
import { asTagMap } from '../../tag-rules.ts'
import { createKey } from '../keys/create-key.ts'

/**
 * Makes a related key in another Region. What is shared comes from the primary; policy, tags and description are the
 * new key's own, with the defaults of CreateKey and not the primary's values.
 */
export const replicateKey = operation({
  name: 'ReplicateKey',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html',
  readOnly: false,
  input: {
    KeyId: keyId(),
    ReplicaRegion: regionName(),
    Policy: optional(policyText()),
    BypassPolicyLockoutSafetyCheck: optional(flag()),
    Description: optional(text({ min: 0, max: 8192 })),
    Tags: optional(tags()),
  },
  output: {
    ReplicaKeyMetadata: optional(keyMetadata),
    ReplicaPolicy: optional(policyText()),
    ReplicaTags: optional(tags()),
  },
  errors: [
    'AlreadyExistsException',
    'DisabledException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'MalformedPolicyDocumentException',
    'NotFoundException',
    'TagException',
    'UnsupportedOperationException',
  ],
  key: { member: 'KeyId' },
  trail: {
    request: ['KeyId', 'ReplicaRegion', 'BypassPolicyLockoutSafetyCheck', 'Description', 'Tags'],
    response: ['ReplicaKeyMetadata', 'ReplicaPolicy'],
    defaults: { BypassPolicyLockoutSafetyCheck: false, Description: '' },
  },
  run(context) {
    const { input, key, caller, world, draft, limits, authorize, alsoRecord } = context
    authorize('CreateKey')
    if (input.Tags !== undefined) authorize('TagResource')
    requireMultiRegionPrimary(key)
    const { ReplicaRegion: region } = input
    if (!isCommercialRegion(region))
      throw new KmsError('ValidationException', `Region ${region} is not a Region of this partition.`)
    const table = keysTable(key.accountId, region)
    if (draft.get(table, key.id)) throw new KmsError('AlreadyExistsException')
    requireKeyQuota(draft, { accountId: key.accountId, region }, limits)

    const policy = input.Policy ?? defaultPolicy(caller.accountId)
    requirePolicy(policy, limits)

    const now = world.clock.now()
    const { id, accountId, keySpec, keyUsage, origin, onDemand } = key
    const arn = keyArn(accountId, region, id)
    const made: KeyRecord = {
      id,
      arn,
      accountId,
      region,
      creationDate: now,
      description: input.Description ?? '',
      keySpec,
      keyUsage,
      origin,
      multiRegion: true,
      primaryRegion: key.region,
      transition: { state: 'Creating', until: now + TRANSITION_DURATION },
      policy,
      tags: asTagMap(input.Tags ?? []),
      disabled: false,
      materials: [],
      onDemand,
      usableSince: now,
    }
    if (input.Policy !== undefined) requireWayBack(context, made)
    putShared(draft, made)
    const replica = draft.get<KeyRecord>(table, id) as KeyRecord
    const metadata = describe(replica, draft)
    alsoRecord({
      operation: createKey,
      region,
      input: {
        Description: made.description,
        Origin: origin,
        KeySpec: keySpec,
        KeyUsage: keyUsage,
        MultiRegion: true,
        BypassPolicyLockoutSafetyCheck: input.BypassPolicyLockoutSafetyCheck === true,
        Tags: input.Tags,
      },
      output: { KeyMetadata: metadata },
      keys: [replica],
    })
    return { ReplicaKeyMetadata: metadata, ReplicaPolicy: policy, ReplicaTags: input.Tags ?? [] }
  },
})
