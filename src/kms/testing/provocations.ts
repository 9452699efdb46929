import { hours } from '../../world/clock.ts'
import type { KmsErrorCode } from '../errors.ts'
import type { RuledOperation } from '../key-state.ts'
import { operations } from '../operations/index.ts'
import { caller, material, testAccount, type TestAccount } from './account.ts'
import { AWAY, keyInState, kinds, wrappedFor, type Wanted } from './key-in-state.ts'
import { KIND, requests } from './requests.ts'
import { stateCells } from './state-cells.ts'

type Values = Readonly<Record<string, unknown>>
/** Does what AWS answers with that error. */
export type Provocation = () => Promise<unknown>

const NOBODY = '1234abcd-12ab-34cd-56ef-1234567890ab'
const FOR_IMPORTED = ['DeleteImportedKeyMaterial', 'GetParametersForImport', 'ImportKeyMaterial']

/** The key that an operation succeeds on. */
const fit = (operation: string): Wanted => ({
  state: operation === 'CancelKeyDeletion' ? 'PendingDeletion' : 'Enabled',
  kind: KIND[operation] ?? 'symmetric',
  origin: FOR_IMPORTED.includes(operation) ? 'EXTERNAL' : 'AWS_KMS',
  multiRegion: operation === 'ReplicateKey' || operation === 'UpdatePrimaryRegion',
})

/** Calls an operation as it would succeed, but for what is changed. */
export async function nearly(
  operation: string,
  change: Values,
  wanted: Partial<Wanted> = {},
  account = testAccount(),
) {
  const key = await keyInState(account, { ...fit(operation), ...wanted })
  const input = await requests[operation as RuledOperation](key, account)
  return account.call(operation, { ...input, ...change }, key.as)
}

/** The member that names a key. */
const keyMember = (operation: string) => {
  if (operation === 'ReEncrypt') return 'DestinationKeyId'
  return operation === 'CreateAlias' || operation === 'UpdateAlias' ? 'TargetKeyId' : 'KeyId'
}

/** What provokes an error in the same way wherever it is declared; undefined where it cannot. */
export function usual(operation: string, error: KmsErrorCode): Provocation | undefined {
  const takesKey = operation in requests
  switch (error) {
    case 'DependencyTimeoutException':
    case 'KMSInternalException':
    case 'KeyUnavailableException':
      return () => faulty(operation, error)
    case 'NotFoundException':
      return takesKey ? () => nearly(operation, { [keyMember(operation)]: NOBODY }) : undefined
    case 'InvalidArnException': {
      const takesAlias = operations.get(operation)?.key?.aliases
      return takesKey && !takesAlias ? () => nearly(operation, { KeyId: 'alias/used' }) : undefined
    }
    case 'DisabledException':
      return () => nearly(operation, {}, { state: 'Disabled' })
    case 'KMSInvalidStateException': {
      const cell = stateCells.find(
        ({ operation: name, answer }) =>
          name === operation && ['3', '4', '5', '11', '14', '15'].includes(answer),
      )
      return cell && (() => nearly(operation, {}, { state: cell.state }))
    }
    case 'DryRunOperationException':
      return () => nearly(operation, { DryRun: true })
    case 'InvalidGrantTokenException':
      return () => nearly(operation, { GrantTokens: ['no token of ours'] })
    case 'InvalidKeyUsageException':
      return () =>
        nearly(
          operation,
          {},
          { kind: KIND[operation] === undefined || KIND[operation] === 'agree' ? 'sign' : 'agree' },
        )
    case 'InvalidMarkerException':
      return () => marked(operation)
    case 'CustomKeyStoreNotFoundException':
      return () =>
        testAccount().call(operation, { ...exampleOf(operation), CustomKeyStoreId: 'cks-1234567890abcdef0' })
    default:
      return undefined
  }
}

/** A service that fails in itself, through the port that is there for drills. */
async function faulty(operation: string, error: KmsErrorCode) {
  let broken = false
  const account = testAccount({ fault: (name) => (broken && name === operation ? error : undefined) })
  if (!(operation in requests)) {
    broken = true
    return account.call(operation, exampleOf(operation))
  }
  const key = await keyInState(account, fit(operation))
  const input = await requests[operation as RuledOperation](key, account)
  broken = true
  return account.call(operation, input, key.as)
}

async function marked(operation: string) {
  const account = testAccount()
  const { id } = await account.createKey()
  const named = operations.get(operation)?.key ? { KeyId: id } : {}
  return account.call(operation, { ...named, ...exampleOf(operation), Marker: 'bm8gbWFya2Vy' })
}

/** Enough of an input for the operations that work on no key. */
function exampleOf(operation: string): Values {
  switch (operation) {
    case 'CreateCustomKeyStore':
      return { CustomKeyStoreName: 'store' }
    case 'GenerateRandom':
      return { NumberOfBytes: 8 }
    case 'ListRetirableGrants':
      return { RetiringPrincipal: 'arn:aws:iam::111122223333:role/AppRole' }
    case 'ConnectCustomKeyStore':
    case 'DeleteCustomKeyStore':
    case 'DisconnectCustomKeyStore':
    case 'UpdateCustomKeyStore':
      return { CustomKeyStoreId: 'cks-1234567890abcdef0' }
    default:
      return {}
  }
}

const forever = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }

async function symmetric(account: TestAccount, input: Values = {}) {
  return (await account.createKey(input)).id
}

/** An import whose token, blob or material is not what it should be. */
async function importing(spoil: {
  readonly wait?: number
  readonly ImportToken?: Uint8Array
  readonly EncryptedKeyMaterial?: Uint8Array
  readonly other?: true
}) {
  const account = testAccount()
  const key = await keyInState(account, { state: 'PendingImport', kind: 'symmetric', origin: 'EXTERNAL' })
  const blob = await wrappedFor(account, key)
  if (spoil.wait) account.travel(spoil.wait)
  if (spoil.other) return account.importMaterial(key.id, material(2))
  return account.call('ImportKeyMaterial', {
    KeyId: key.id,
    ImportToken: spoil.ImportToken ?? key.parameters?.ImportToken,
    EncryptedKeyMaterial: spoil.EncryptedKeyMaterial ?? blob,
    ...forever,
  })
}

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ TagKey: `tag-${i}`, TagValue: '' }))
const NO_POLICY = { Policy: '{}' }

/** Errors with a story of their own. */
export const stories: Readonly<Record<string, Provocation>> = {
  'CreateGrant InvalidArnException': () => nearly('CreateGrant', { GranteePrincipal: 'nobody' }),
  'DeleteAlias NotFoundException': () => testAccount().call('DeleteAlias', { AliasName: 'alias/none' }),
  'Decrypt InvalidCiphertextException': () => nearly('Decrypt', { EncryptionContext: { not: 'this' } }),
  'ReEncrypt InvalidCiphertextException': () =>
    nearly('ReEncrypt', { SourceEncryptionContext: { not: 'this' } }),
  'Decapsulate InvalidCiphertextException': () =>
    nearly('Decapsulate', { SharedSecretCiphertextBlob: new Uint8Array(5) }),
  'ImportKeyMaterial InvalidCiphertextException': () =>
    importing({ EncryptedKeyMaterial: new Uint8Array(256) }),
  'ImportKeyMaterial ExpiredImportTokenException': () => importing({ wait: hours(24) + 1 }),
  'ImportKeyMaterial InvalidImportTokenException': () => importing({ ImportToken: new Uint8Array(400) }),
  'ImportKeyMaterial IncorrectKeyMaterialException': () => importing({ other: true }),
  'Decrypt InvalidKeyUsageException': () =>
    withPair('Decrypt', 'KeyId', { EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }),
  'ReEncrypt InvalidKeyUsageException': () => withPair('ReEncrypt', 'DestinationKeyId'),
  'Decrypt IncorrectKeyException': () => withOtherKey('Decrypt', 'KeyId'),
  'ReEncrypt IncorrectKeyException': () => withOtherKey('ReEncrypt', 'SourceKeyId'),
  'Verify KMSInvalidSignatureException': () => nearly('Verify', { Message: material(6) }),
  'VerifyMac KMSInvalidMacException': () => nearly('VerifyMac', { Message: material(6) }),
  'RotateKeyOnDemand ConflictException': () => rotatedTwice(),
  'RotateKeyOnDemand LimitExceededException': () =>
    nearly('RotateKeyOnDemand', {}, {}, testAccount({ limits: { onDemandRotations: 0 } })),
  'CreateAlias AlreadyExistsException': () => nearly('CreateAlias', { AliasName: 'alias/used' }),
  'CreateAlias LimitExceededException': () =>
    nearly('CreateAlias', {}, {}, testAccount({ limits: { aliasesPerKey: 1 } })),
  'UpdateAlias LimitExceededException': () => aliasToFullKey(),
  'ReplicateKey AlreadyExistsException': () => nearly('ReplicateKey', { ReplicaRegion: AWAY }),
  'ReplicateKey LimitExceededException': () => fullRegion(),
  'CreateKey LimitExceededException': () => testAccount({ limits: { keys: 0 } }).call('CreateKey'),
  'CreateGrant LimitExceededException': () =>
    nearly('CreateGrant', {}, {}, testAccount({ limits: { grantsPerKey: 1 } })),
  'PutKeyPolicy LimitExceededException': () => longPolicy(),
  'TagResource TagException': () => nearly('TagResource', { Tags: many(51) }),
  'CreateKey TagException': () => testAccount().call('CreateKey', { Tags: [...many(1), ...many(1)] }),
  'ReplicateKey TagException': () => nearly('ReplicateKey', { Tags: [{ TagKey: 'aws:a', TagValue: '' }] }),
  'CreateKey MalformedPolicyDocumentException': () => testAccount().call('CreateKey', NO_POLICY),
  'PutKeyPolicy MalformedPolicyDocumentException': () => nearly('PutKeyPolicy', NO_POLICY),
  'ReplicateKey MalformedPolicyDocumentException': () => nearly('ReplicateKey', NO_POLICY),
  'ListGrants InvalidGrantIdException': () => nearly('ListGrants', { GrantId: '0' }),
  'RetireGrant InvalidGrantIdException': () => nearly('RetireGrant', { GrantId: 'none' }),
  'RevokeGrant InvalidGrantIdException': () => nearly('RevokeGrant', { GrantId: 'none' }),
  'RetireGrant InvalidGrantTokenException': () =>
    testAccount().call('RetireGrant', { GrantToken: 'no token of ours' }),
  'CreateKey UnsupportedOperationException': () =>
    testAccount().call('CreateKey', { KeySpec: 'SM2', KeyUsage: 'SIGN_VERIFY' }),
  'DeleteImportedKeyMaterial UnsupportedOperationException': () => generated('DeleteImportedKeyMaterial'),
  'GetParametersForImport UnsupportedOperationException': () => generated('GetParametersForImport'),
  'ImportKeyMaterial UnsupportedOperationException': () => generated('ImportKeyMaterial'),
  'EnableKeyRotation UnsupportedOperationException': () => onAPair('EnableKeyRotation'),
  'DisableKeyRotation UnsupportedOperationException': () => onAPair('DisableKeyRotation'),
  'GetKeyRotationStatus UnsupportedOperationException': () =>
    nearly('GetKeyRotationStatus', {}, { origin: 'AWS_CLOUDHSM' }),
  'ListKeyRotations UnsupportedOperationException': () => onAPair('ListKeyRotations'),
  'RotateKeyOnDemand UnsupportedOperationException': () => onAPair('RotateKeyOnDemand'),
  'GenerateDataKeyPair UnsupportedOperationException': () =>
    nearly('GenerateDataKeyPair', {}, { origin: 'AWS_CLOUDHSM' }),
  'GenerateDataKeyPairWithoutPlaintext UnsupportedOperationException': () =>
    nearly('GenerateDataKeyPairWithoutPlaintext', {}, { origin: 'AWS_CLOUDHSM' }),
  'GetPublicKey UnsupportedOperationException': () => nearly('GetPublicKey', {}, { kind: 'symmetric' }),
  'ReplicateKey UnsupportedOperationException': () => nearly('ReplicateKey', {}, { multiRegion: false }),
  'UpdatePrimaryRegion UnsupportedOperationException': () =>
    nearly('UpdatePrimaryRegion', {}, { multiRegion: false }),
}

async function withOtherKey(operation: string, member: string) {
  const account = testAccount()
  return nearly(operation, { [member]: await symmetric(account) }, {}, account)
}

/** A pair that signs, where a key that encrypts is asked for. */
async function withPair(operation: string, member: string, more: Values = {}) {
  const account = testAccount()
  return nearly(operation, { [member]: await symmetric(account, kinds.sign), ...more }, {}, account)
}

async function fullRegion() {
  const account = testAccount({ limits: { keys: 1 } })
  await account.call('CreateKey', {}, caller('us-east-1'))
  return nearly('ReplicateKey', { ReplicaRegion: 'us-east-1' }, {}, account)
}

async function rotatedTwice() {
  const account = testAccount()
  const KeyId = await symmetric(account)
  await account.call('RotateKeyOnDemand', { KeyId })
  return account.call('RotateKeyOnDemand', { KeyId })
}

async function aliasToFullKey() {
  const account = testAccount({ limits: { aliasesPerKey: 1 } })
  const [one, other] = [await symmetric(account), await symmetric(account)]
  await account.call('CreateAlias', { AliasName: 'alias/one', TargetKeyId: one })
  await account.call('CreateAlias', { AliasName: 'alias/other', TargetKeyId: other })
  return account.call('UpdateAlias', { AliasName: 'alias/one', TargetKeyId: other })
}

async function longPolicy() {
  const account = testAccount()
  const KeyId = await symmetric(account)
  const { Policy } = await account.call('GetKeyPolicy', { KeyId })
  return account.call('PutKeyPolicy', { KeyId, Policy: Policy + ' '.repeat(32_768) })
}

/** An operation of imported material on a key that KMS made. */
const generated = (operation: string) => nearly(operation, {}, { origin: 'AWS_KMS' })

async function onAPair(operation: string) {
  const account = testAccount()
  return account.call(operation, { KeyId: await symmetric(account, kinds.sign) })
}
