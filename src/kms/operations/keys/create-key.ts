import { encodeHex } from '../../../bytes/hex.ts'
import { uuid } from '../../uuid.ts'
import { KmsError } from '../../errors.ts'
import { keyArn, keysTable, type KeyRecord, type Material } from '../../key.ts'
import { generateMaterial } from '../../key-generation.ts'
import { keyStoreFor } from '../../key-store-keys.ts'
import { describe } from '../../key-metadata.ts'
import { requireKeyQuota } from '../../key-quota.ts'
import { familyOf, usagesOf, type KeySpec, type KeyUsage } from '../../key-spec.ts'
import { materialId } from '../../materials.ts'
import {
  customerMasterKeySpecEnum,
  keyMetadata,
  keySpecEnum,
  keyUsageEnum,
  originEnum,
  policyText,
} from '../../members.ts'
import { operation } from '../../operation.ts'
import { defaultPolicy, requirePolicy, requireWayBack } from '../../policy.ts'
import { flag, optional, tags, text } from '../../shapes.ts'
import { asTagMap } from '../../tag-rules.ts'

export const createKey = operation({
  name: 'CreateKey',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html',
  readOnly: false,
  input: {
    Policy: optional(policyText()),
    Description: optional(text({ min: 0, max: 8192 })),
    KeyUsage: optional(keyUsageEnum),
    CustomerMasterKeySpec: optional(customerMasterKeySpecEnum),
    KeySpec: optional(keySpecEnum),
    Origin: optional(originEnum),
    CustomKeyStoreId: optional(text({ min: 1, max: 64 })),
    BypassPolicyLockoutSafetyCheck: optional(flag()),
    Tags: optional(tags()),
    MultiRegion: optional(flag()),
    XksKeyId: optional(text({ min: 1, max: 128, pattern: '^[a-zA-Z0-9-_.]+$' })),
  },
  output: { KeyMetadata: optional(keyMetadata) },
  errors: [
    'CloudHsmClusterInvalidConfigurationException',
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'LimitExceededException',
    'MalformedPolicyDocumentException',
    'TagException',
    'UnsupportedOperationException',
    'XksKeyAlreadyInUseException',
    'XksKeyInvalidConfigurationException',
    'XksKeyNotFoundException',
  ],
  trail: {
    request: [
      'Description',
      'Origin',
      'KeySpec',
      'CustomerMasterKeySpec',
      'KeyUsage',
      'MultiRegion',
      'CustomKeyStoreId',
      'XksKeyId',
      'BypassPolicyLockoutSafetyCheck',
      'Tags',
    ],
    response: ['KeyMetadata'],
  },
  async run(context) {
    const { input, caller, world, crypto, draft, materials, limits, authorize, touch } = context
    if (input.Tags !== undefined) authorize('TagResource')
    const keySpec = specOf(input.KeySpec, input.CustomerMasterKeySpec)
    const keyUsage = usageOf(keySpec, input.KeyUsage)
    const origin = input.Origin ?? 'AWS_KMS'
    const keyStore = keyStoreFor(draft, caller, origin, keySpec, input)
    if (!keyStore) requireBuildable(origin, keySpec)

    const policy = input.Policy ?? defaultPolicy(caller.accountId)
    requirePolicy(policy, limits)
    requireKeyQuota(draft, caller, limits)

    const multiRegion = input.MultiRegion === true
    const id = multiRegion ? `mrk-${encodeHex(world.entropy.bytes(16))}` : uuid(world.entropy)
    const now = world.clock.now()
    const key: KeyRecord = {
      id,
      arn: keyArn(caller.accountId, caller.region, id),
      accountId: caller.accountId,
      region: caller.region,
      creationDate: now,
      description: input.Description ?? '',
      keySpec,
      keyUsage,
      origin,
      multiRegion,
      policy,
      tags: asTagMap(input.Tags ?? []),
      disabled: false,
      materials: origin === 'EXTERNAL' ? [] : [await generated()],
      ...(keyStore ? { keyStore } : {}),
      onDemand: { count: 0 },
      usableSince: now,
    }
    if (input.Policy !== undefined) requireWayBack(context, key)
    draft.put(keysTable(caller.accountId, caller.region), id, key)
    touch(key)
    return { KeyMetadata: describe(key, draft) }

    async function generated(): Promise<Material> {
      const { bytes, publicKey } = await generateMaterial(keySpec, crypto, world.entropy)
      return {
        id: materialId(id, bytes),
        state: 'CURRENT',
        token: materials.seal(bytes, draft, world.entropy),
        ...(publicKey ? { publicKey } : {}),
      }
    }
  },
})

function specOf(keySpec: KeySpec | undefined, oldName: KeySpec | undefined): KeySpec {
  if (keySpec !== undefined && oldName !== undefined)
    throw new KmsError(
      'ValidationException',
      'You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is deprecated.',
    )
  return keySpec ?? oldName ?? 'SYMMETRIC_DEFAULT'
}

function usageOf(keySpec: KeySpec, asked: KeyUsage | undefined): KeyUsage {
  if (asked === undefined) {
    if (keySpec === 'SYMMETRIC_DEFAULT') return 'ENCRYPT_DECRYPT'
    throw new KmsError(
      'ValidationException',
      'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    )
  }
  if (!usagesOf(keySpec).includes(asked))
    throw new KmsError('ValidationException', `KeyUsage ${asked} is not compatible with KeySpec ${keySpec}`)
  return asked
}

/** SM2 exists in China Regions only (F-108); which keys take imported material is F-301. */
function requireBuildable(origin: KeyRecord['origin'], keySpec: KeySpec): void {
  const family = familyOf(keySpec)
  const importable = ['symmetric', 'hmac', 'rsa', 'ecc'].includes(family)
  if (origin === 'EXTERNAL' ? importable : origin === 'AWS_KMS' && family !== 'sm2') return
  throw new KmsError('UnsupportedOperationException')
}
