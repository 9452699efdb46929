import { KmsError } from '../../errors.ts'
import { isPrimary, keyArn, keysTable, relatedKeys, type KeyRecord } from '../../key.ts'
import { requireState } from '../../key-state.ts'
import { regionName } from '../../members.ts'
import { requireMultiRegionPrimary } from '../../multi-region-rules.ts'
import { operation, type Operation } from '../../operation.ts'
import { putKey } from '../../put-key.ts'
import { TRANSITION_DURATION } from '../../settle.ts'
import { keyId } from '../../shapes.ts'

/** The roles change at once; both keys are Updating for some virtual seconds, and work meanwhile. */
export const updatePrimaryRegion: Operation = operation({
  name: 'UpdatePrimaryRegion',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdatePrimaryRegion.html',
  readOnly: false,
  input: { KeyId: keyId(), PrimaryRegion: regionName() },
  output: {},
  errors: [
    'DisabledException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'UnsupportedOperationException',
  ],
  key: { member: 'KeyId' },
  trail: { request: ['KeyId', 'PrimaryRegion'], response: [], keyArn: true },
  run({ input, key, draft, world, authorize, alsoRecord }) {
    requireMultiRegionPrimary(key)
    const { PrimaryRegion: region } = input
    const replica = replicaIn(region)
    authorize('UpdatePrimaryRegion', { key: replica })
    requireState('UpdatePrimaryRegion', replica)

    const transition = { state: 'Updating', until: world.clock.now() + TRANSITION_DURATION } as const
    for (const each of relatedKeys(draft, key)) {
      const moves = each.region === key.region || each.region === region
      putKey(draft, { ...each, primaryRegion: region, ...(moves ? { transition } : {}) })
    }
    // The second record names the new primary by its ARN.
    const there = { KeyId: replica.arn, PrimaryRegion: region }
    alsoRecord({ operation: updatePrimaryRegion, region, input: there, output: {}, keys: [replica] })
    return {}

    function replicaIn(region: string): KeyRecord {
      const found = draft.get<KeyRecord>(keysTable(key.accountId, region), key.id)
      if (!found)
        throw new KmsError(
          'NotFoundException',
          `Key '${keyArn(key.accountId, region, key.id)}' does not exist`,
        )
      if (isPrimary(found)) throw new KmsError('UnsupportedOperationException')
      return found
    }
  },
})
