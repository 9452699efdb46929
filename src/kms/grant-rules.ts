import { KmsError } from './errors.ts'
import type { GrantConstraints, GrantRecord } from './grant.ts'
import type { KeyRecord } from './key.ts'
import { isSymmetric } from './key-spec.ts'

const ON_EVERY_KEY = ['CreateGrant', 'RetireGrant', 'DescribeKey']
const BY_USAGE: Readonly<Record<KeyRecord['keyUsage'], readonly string[]>> = {
  ENCRYPT_DECRYPT: ['Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo'],
  SIGN_VERIFY: ['Sign', 'Verify'],
  GENERATE_VERIFY_MAC: ['GenerateMac', 'VerifyMac'],
  KEY_AGREEMENT: ['DeriveSharedSecret'],
  ENCAPSULATE_DECAPSULATE: ['Encapsulate', 'Decapsulate'],
}
const SYMMETRIC_ONLY = [
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
]

/** What a grant on this key may allow: what the key can do. */
export function grantableOperations({ keySpec, keyUsage }: KeyRecord): readonly string[] {
  const own = [...ON_EVERY_KEY, ...BY_USAGE[keyUsage]]
  if (isSymmetric(keySpec)) return [...own, ...SYMMETRIC_ONLY]
  return keyUsage === 'GENERATE_VERIFY_MAC' ? own : [...own, 'GetPublicKey']
}

/** @throws KmsError ValidationException; the rule is AWS's, the text is ours */
export function requireGrantable(operations: readonly string[], key: KeyRecord): void {
  if (operations.length === 0) throw invalid('A grant must allow at least one operation.')
  const possible = grantableOperations(key)
  const other = operations.find((operation) => !possible.includes(operation))
  if (other !== undefined)
    throw invalid(
      `Operation ${other} is not valid for a KMS key with key spec ${key.keySpec} and key usage ${key.keyUsage}.`,
    )
}

export interface GrantParties {
  readonly GranteePrincipal?: string
  readonly GranteeServicePrincipal?: string
  readonly RetiringPrincipal?: string
  readonly RetiringServicePrincipal?: string
}

const PRINCIPAL =
  /^arn:aws:(?:iam::\d{12}:(?:root|user\/.+|role\/.+)|sts::\d{12}:(?:assumed-role\/[^/]+\/.+|federated-user\/.+))$/

/**
 * One grantee, at most one who retires; a service needs a source and somebody who retires the grant.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/create-grant-overview.html
 * @throws KmsError ValidationException, InvalidArnException
 */
export function requireParties(parties: GrantParties, constraints: GrantConstraints | undefined): void {
  const { GranteePrincipal: grantee, GranteeServicePrincipal: service } = parties
  const { RetiringPrincipal: retiring, RetiringServicePrincipal: retiringService } = parties
  if ((grantee === undefined) === (service === undefined))
    throw invalid('Specify either GranteePrincipal or GranteeServicePrincipal.')
  if (retiring !== undefined && retiringService !== undefined)
    throw invalid('Specify either RetiringPrincipal or RetiringServicePrincipal.')
  for (const arn of [grantee, retiring])
    if (arn !== undefined && !PRINCIPAL.test(arn))
      throw new KmsError('InvalidArnException', 'ARN does not refer to a valid principal')
  if (service === undefined) return
  if (constraints?.SourceArn === undefined)
    throw invalid('A grant to a service principal needs a SourceArn constraint.')
  if (retiring === undefined && retiringService === undefined)
    throw invalid('A grant to a service principal needs a retiring principal.')
}

/** AWS's figures: pairs in one constraint, and characters in all of them. */
const MOST_PAIRS = 8
const MOST_CHARACTERS = 384

/**
 * The constraints as they are kept: an empty context counts as none.
 * @throws KmsError ValidationException
 */
export function constraintsOf(given: GrantConstraints | undefined, key: KeyRecord) {
  const { EncryptionContextSubset, EncryptionContextEquals, SourceArn } = given ?? {}
  const contexts = { EncryptionContextSubset, EncryptionContextEquals }
  const named = Object.entries(contexts).filter(
    (entry): entry is [string, Readonly<Record<string, string>>] => Object.keys(entry[1] ?? {}).length > 0,
  )
  if (named.length > 1) throw invalid('Specify either EncryptionContextSubset or EncryptionContextEquals.')
  const [[, context] = []] = named
  if (context) {
    if (!isSymmetric(key.keySpec))
      throw invalid('Encryption context constraints need a symmetric encryption KMS key.')
    const characters = Object.entries(context).reduce(
      (sum, [name, value]) => sum + name.length + value.length,
      0,
    )
    if (Object.keys(context).length > MOST_PAIRS || characters > MOST_CHARACTERS)
      throw invalid('The encryption context in a constraint is too large.')
  }
  const kept: GrantConstraints = {
    ...Object.fromEntries(named),
    ...(SourceArn === undefined ? {} : { SourceArn }),
  }
  return Object.keys(kept).length > 0 ? kept : undefined
}

const invalid = (message: string) => new KmsError('ValidationException', message)

const CONTEXT_OPERATIONS = new Set(['Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo', ...SYMMETRIC_ONLY])

/** What a request brings along for the constraints to look at. */
export interface GrantedRequest {
  readonly context: Readonly<Record<string, string>>
  readonly sourceArn: string | undefined
}

/**
 * Does the grant allow this operation in this request? Context constraints bind only operations that have a context;
 * their names are compared without case, their values with it.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html
 */
export function grantAllows(grant: GrantRecord, operation: string, request: GrantedRequest): boolean {
  if (!grant.operations.includes(operation)) return false
  const {
    EncryptionContextSubset: subset,
    EncryptionContextEquals: equals,
    SourceArn,
  } = grant.constraints ?? {}
  if (SourceArn !== undefined && request.sourceArn !== SourceArn) return false
  if (!CONTEXT_OPERATIONS.has(operation)) return true
  return (
    (!subset || includes(request.context, subset)) &&
    (!equals || (includes(request.context, equals) && includes(equals, request.context)))
  )
}

/** Has `context` every pair of `pairs`? */
function includes(
  context: Readonly<Record<string, string>>,
  pairs: Readonly<Record<string, string>>,
): boolean {
  const present = Object.entries(context)
  return Object.entries(pairs).every(([name, value]) =>
    present.some(([other, has]) => other.toLowerCase() === name.toLowerCase() && has === value),
  )
}

/**
 * Who may create grants only through a grant passes on no more than it has: no other operation, no looser constraint.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/create-grant-overview.html
 */
export function coversChild(
  parent: GrantRecord,
  child: { readonly Operations?: unknown; readonly Constraints?: unknown },
): boolean {
  const operations = (child.Operations ?? []) as readonly string[]
  if (!operations.every((operation) => parent.operations.includes(operation))) return false
  const given = (child.Constraints ?? {}) as GrantConstraints
  const {
    EncryptionContextSubset: subset,
    EncryptionContextEquals: equals,
    SourceArn,
  } = parent.constraints ?? {}
  if (SourceArn !== undefined && given.SourceArn !== SourceArn) return false
  const exact = given.EncryptionContextEquals
  if (equals) return exact !== undefined && includes(exact, equals) && includes(equals, exact)
  if (!subset) return true
  return includes(exact ?? given.EncryptionContextSubset ?? {}, subset)
}
