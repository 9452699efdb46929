import { encodeHex } from '../../../bytes/hex.ts'
import { KmsError } from '../../errors.ts'
import { grantsOf, grantsTable, type GrantRecord } from '../../grant.ts'
import { constraintsOf, requireGrantable, requireParties } from '../../grant-rules.ts'
import { grantToken as newToken } from '../../grant-token.ts'
import {
  grantConstraints,
  grantId,
  grantName,
  grantOperationEnum,
  grantToken,
  principalId,
  servicePrincipal,
} from '../../members.ts'
import { operation } from '../../operation.ts'
import { flag, grantTokens, keyId, list, optional } from '../../shapes.ts'

export const createGrant = operation({
  name: 'CreateGrant',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html',
  readOnly: false,
  input: {
    KeyId: keyId(),
    GranteePrincipal: optional(principalId()),
    RetiringPrincipal: optional(principalId()),
    Operations: list(grantOperationEnum),
    Constraints: optional(grantConstraints),
    GrantTokens: grantTokens(),
    Name: optional(grantName()),
    DryRun: optional(flag()),
    GranteeServicePrincipal: optional(servicePrincipal()),
    RetiringServicePrincipal: optional(servicePrincipal()),
  },
  output: { GrantToken: optional(grantToken()), GrantId: optional(grantId()) },
  errors: [
    'DependencyTimeoutException',
    'DisabledException',
    'DryRunOperationException',
    'InvalidArnException',
    'InvalidGrantTokenException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'NotFoundException',
  ],
  key: { member: 'KeyId', crossAccount: true },
  trail: {
    request: [
      'KeyId',
      'Constraints',
      'Operations',
      'GranteePrincipal',
      'RetiringPrincipal',
      'GranteeServicePrincipal',
      'RetiringServicePrincipal',
      'Name',
    ],
    response: ['GrantId'],
  },
  run({ input, key, caller, world, draft, materials, limits, endDryRun }) {
    requireGrantable(input.Operations, key)
    requireParties(input, input.Constraints)
    const constraints = constraintsOf(input.Constraints, key)
    const wanted: Omit<GrantRecord, 'id' | 'creationDate'> = {
      keyId: key.id,
      keyArn: key.arn,
      ...(input.Name === undefined ? {} : { name: input.Name }),
      ...(input.GranteePrincipal === undefined ? {} : { granteePrincipal: input.GranteePrincipal }),
      ...(input.GranteeServicePrincipal === undefined
        ? {}
        : { granteeServicePrincipal: input.GranteeServicePrincipal }),
      ...(input.RetiringPrincipal === undefined ? {} : { retiringPrincipal: input.RetiringPrincipal }),
      ...(input.RetiringServicePrincipal === undefined
        ? {}
        : { retiringServicePrincipal: input.RetiringServicePrincipal }),
      issuingAccount: caller.accountId,
      operations: [...new Set(input.Operations)],
      ...(constraints ? { constraints } : {}),
    }
    const all = grantsOf(draft, key)
    const repeated = input.Name === undefined ? undefined : all.find((grant) => sameGrant(grant, wanted))
    if (!repeated && all.length >= limits.grantsPerKey) throw new KmsError('LimitExceededException')
    endDryRun()
    const id = repeated?.id ?? encodeHex(world.entropy.bytes(32))
    if (!repeated) {
      const grant: GrantRecord = { ...wanted, id, creationDate: world.clock.now() }
      draft.put(grantsTable(key), id, grant)
    }
    const domainKey = materials.domainKey(draft, world.entropy)
    return { GrantId: id, GrantToken: newToken(domainKey, world.entropy, key, id) }
  },
})

/** A request with a name that asks for a grant which is there already is a retry (API CreateGrant, `Name`). */
const sameGrant = (grant: GrantRecord, wanted: Omit<GrantRecord, 'id' | 'creationDate'>) =>
  inOrder({ ...wanted, id: grant.id, creationDate: grant.creationDate }) === inOrder(grant)

/** The order of members, pairs and operations says nothing. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) => {
    if (Array.isArray(part)) return [...part].sort()
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
