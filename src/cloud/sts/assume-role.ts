import { encodeBase64 } from '../../bytes/base64.ts'
import { encodeHex } from '../../bytes/hex.ts'
import { requireGrammar } from '../../kms/policy-grammar.ts'
import { integer, optional, structure, text, timestamp } from '../../kms/shapes.ts'
import type { Entropy } from '../../world/entropy.ts'
import { seconds } from '../../world/clock.ts'
import { sessionOf, SESSIONS, type SessionRecord } from '../identities.ts'
import { ServiceError, serviceOperation } from '../service.ts'
import { mayAssume } from './may-assume.ts'

const ROLE_ARN = /^arn:aws:iam::(\d{12}):role\/([\w+=,.@-]+)$/
/** A role's own limit where nobody set another one: an hour, in seconds. */
const LONGEST = 3600

export const assumeRole = serviceOperation({
  service: 'sts',
  name: 'AssumeRole',
  docs: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  readOnly: true,
  input: {
    RoleArn: text({ min: 20, max: 2048 }),
    RoleSessionName: text({ min: 2, max: 64, pattern: '[\\w+=,.@-]*' }),
    Policy: optional(text({ min: 1, max: 2048 })),
    DurationSeconds: optional(integer({ min: 900, max: 43_200 })),
    ExternalId: optional(text({ min: 2, max: 1224, pattern: '[\\w+=,.@:\\/-]*' })),
  },
  output: {
    Credentials: optional(
      structure({
        AccessKeyId: text(),
        SecretAccessKey: text(),
        SessionToken: text(),
        Expiration: timestamp(),
      }),
    ),
    AssumedRoleUser: optional(structure({ AssumedRoleId: text(), Arn: text() })),
  },
  needs: () => [],
  trail: { request: ['RoleArn', 'RoleSessionName', 'DurationSeconds'], response: ['AssumedRoleUser'] },
  run({ input, caller, world, draft }) {
    const now = world.clock.now()
    const { RoleArn: arn, RoleSessionName: name, DurationSeconds: duration = LONGEST } = input
    const [, accountId = '', role = ''] = ROLE_ARN.exec(arn) ?? []
    const asked = {
      accountId,
      name: role,
      arn,
      ...(input.ExternalId ? { externalId: input.ExternalId } : {}),
    }
    // A role that is not there is refused in the same words, so that nobody learns which are.
    if (!mayAssume(draft, caller, asked, now))
      throw new ServiceError(
        'AccessDenied',
        `User: ${caller.principal.arn} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
        403,
      )
    if (duration > LONGEST)
      throw new ServiceError(
        'ValidationError',
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      )
    if (input.Policy !== undefined) requirePolicy(input.Policy)
    const { accessKeyId, secret, token } = credentials(world.entropy)
    const until = now + seconds(duration)
    const session: SessionRecord = {
      accountId,
      role,
      name,
      token,
      since: now,
      until,
      ...(input.Policy === undefined ? {} : { policy: input.Policy }),
    }
    draft.put(SESSIONS, accessKeyId, session)
    const { principalId, arn: sessionArn } = sessionOf(accountId, role, name)
    return {
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: secret,
        SessionToken: token,
        Expiration: until,
      },
      AssumedRoleUser: { AssumedRoleId: principalId, Arn: sessionArn },
    }
  },
})

function requirePolicy(policy: string): void {
  try {
    requireGrammar(policy, 'identity')
  } catch {
    throw new ServiceError('MalformedPolicyDocument', 'The policy is not in the valid JSON format.')
  }
}

/** Ids of AWS begin with ASIA or AKIA: these cannot be taken for one, and are worth nothing anywhere else. */
const credentials = (entropy: Entropy) => ({
  accessKeyId: `LABSESSION${encodeHex(entropy.bytes(5)).toUpperCase()}`,
  secret: `SIMULATED-SECRET-${encodeBase64(entropy.bytes(27))}`,
  token: `SIMULATED-SESSION-${encodeBase64(entropy.bytes(48))}`,
})
