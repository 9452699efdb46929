import type { AccessQuestion } from '../kms/authorization.ts'
import { isAliasIdentifier } from '../kms/find-key.ts'
import { aliasesOf, isPrimary } from '../kms/key.ts'
import { lastUsage } from '../kms/last-usage.ts'
import { days } from '../world/clock.ts'
import { conditionKey as key, named, type ConditionKey } from './condition-key.ts'
import {
  constraintsIn,
  encryptionAlgorithm,
  encryptionContext,
  reEncryptsOnSameKey,
} from './request-facts.ts'

const member =
  (name: string, ...operations: readonly string[]) =>
  ({ input, operation }: AccessQuestion) =>
    operations.length === 0 || operations.includes(operation) ? input[name] : undefined

/** Of the key that is used, or is being made; defaults count as if they were written (guide, conditions-kms). */
const ofKey =
  (property: 'origin' | 'keySpec' | 'keyUsage', made: (input: AccessQuestion['input']) => unknown) =>
  ({ operation, input, key }: AccessQuestion) =>
    operation === 'CreateKey' ? made(input) : key?.[property]
const keySpec = ofKey(
  'keySpec',
  (input) => input.KeySpec ?? input.CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT',
)
const keyUsage = ofKey('keyUsage', (input) => input.KeyUsage ?? 'ENCRYPT_DECRYPT')

const GRANTS = ['CreateGrant', 'ListGrants', 'RevokeGrant']
/**
 * What KMS tells policies about a request (F-806 to F-816).
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
export const kmsConditionKeys: readonly ConditionKey<AccessQuestion>[] = [
  key('kms:BypassPolicyLockoutSafetyCheck', 'Boolean', 'F-816', member('BypassPolicyLockoutSafetyCheck')),
  key('kms:CallerAccount', 'String', 'F-814', ({ caller, key: on, operation }) =>
    on || operation.includes('CustomKeyStore') ? caller.accountId : undefined,
  ),
  key('kms:CustomerMasterKeySpec', 'String', 'F-810', keySpec),
  key('kms:CustomerMasterKeyUsage', 'String', 'F-810', keyUsage),
  key('kms:DataKeyPairSpec', 'String', 'F-816', member('KeyPairSpec')),
  key('kms:EncryptionAlgorithm', 'String', 'F-816', encryptionAlgorithm),
  key('kms:EncryptionContext:', 'String', 'F-814', (question, name) =>
    named(encryptionContext(question), name),
  ),
  key(
    'kms:EncryptionContextKeys',
    'String',
    'F-814',
    (question) => Object.keys(encryptionContext(question)),
    true,
  ),
  key('kms:ExpirationModel', 'String', 'F-807', member('ExpirationModel', 'ImportKeyMaterial')),
  key('kms:GrantConstraintSourceArn', 'ARN', 'F-815', (question) => constraintsIn(question).SourceArn),
  key('kms:GrantConstraintType', 'String', 'F-815', (question) =>
    Object.keys(constraintsIn(question)).find((name) => name.startsWith('EncryptionContext')),
  ),
  key('kms:GranteePrincipal', 'String', 'F-815', member('GranteePrincipal', 'CreateGrant')),
  key('kms:GranteeServicePrincipal', 'String', 'F-815', member('GranteeServicePrincipal', 'CreateGrant')),
  key('kms:GrantIsForAWSResource', 'Boolean', 'F-815', ({ operation, caller }) =>
    GRANTS.includes(operation) ? caller.via !== undefined : undefined,
  ),
  key('kms:GrantOperations', 'String', 'F-815', member('Operations', 'CreateGrant'), true),
  key('kms:KeyAgreementAlgorithm', 'String', 'F-816', member('KeyAgreementAlgorithm')),
  key(
    'kms:KeyOrigin',
    'String',
    'F-806',
    ofKey('origin', (input) => input.Origin ?? 'AWS_KMS'),
  ),
  key('kms:KeySpec', 'String', 'F-810', keySpec),
  key('kms:KeyUsage', 'String', 'F-810', keyUsage),
  key('kms:MacAlgorithm', 'String', 'F-816', member('MacAlgorithm')),
  key('kms:MessageType', 'String', 'F-816', ({ operation, input }) =>
    operation === 'Sign' || operation === 'Verify' ? (input.MessageType ?? 'RAW') : undefined,
  ),
  key('kms:MultiRegion', 'Boolean', 'F-816', ({ operation, input, key: on }) =>
    operation === 'CreateKey' ? input.MultiRegion === true : on?.multiRegion,
  ),
  key('kms:MultiRegionKeyType', 'String', 'F-816', ({ operation, input, key: on }) => {
    if (operation === 'CreateKey') return input.MultiRegion === true ? 'PRIMARY' : undefined
    return on?.multiRegion ? (isPrimary(on) ? 'PRIMARY' : 'REPLICA') : undefined
  }),
  key('kms:PrimaryRegion', 'String', 'F-816', member('PrimaryRegion', 'UpdatePrimaryRegion')),
  key('kms:ReEncryptOnSameKey', 'Boolean', 'F-816', reEncryptsOnSameKey),
  key('kms:ReplicaRegion', 'String', 'F-816', member('ReplicaRegion', 'ReplicateKey')),
  key('kms:RequestAlias', 'String', 'F-814', ({ identifier }) =>
    identifier !== undefined && isAliasIdentifier(identifier)
      ? identifier.slice(identifier.indexOf('alias/'))
      : undefined,
  ),
  key(
    'kms:ResourceAliases',
    'String',
    'F-814',
    ({ key: on, reader }) => (on ? aliasesOf(reader, on).map(({ name }) => name) : undefined),
    true,
  ),
  key('kms:RetiringPrincipal', 'String', 'F-815', member('RetiringPrincipal', 'CreateGrant')),
  key('kms:RetiringServicePrincipal', 'String', 'F-815', member('RetiringServicePrincipal', 'CreateGrant')),
  key('kms:RotationPeriodInDays', 'Numeric', 'F-811', ({ operation, input }) =>
    operation === 'EnableKeyRotation' ? (input.RotationPeriodInDays ?? 365) : undefined,
  ),
  key('kms:ScheduleKeyDeletionPendingWindowInDays', 'Numeric', 'F-812', ({ operation, input }) =>
    operation === 'ScheduleKeyDeletion' ? (input.PendingWindowInDays ?? 30) : undefined,
  ),
  key('kms:SigningAlgorithm', 'String', 'F-816', member('SigningAlgorithm')),
  key('kms:TrailingDaysWithoutKeyUsage', 'Numeric', 'F-813', ({ operation, key: on, reader, now }) =>
    on && (operation === 'DisableKey' || operation === 'ScheduleKeyDeletion')
      ? Math.floor((now - (lastUsage(reader, on)?.at ?? on.creationDate)) / days(1))
      : undefined,
  ),
  key('kms:ValidTo', 'Date', 'F-808', ({ operation, input }) =>
    operation === 'ImportKeyMaterial' && input.ValidTo !== undefined
      ? (input.ValidTo as number) / 1000
      : undefined,
  ),
  key('kms:ViaService', 'String', 'F-814', ({ caller }) =>
    caller.via === undefined ? undefined : `${caller.via}.${caller.region}.amazonaws.com`,
  ),
  key('kms:WrappingAlgorithm', 'String', 'F-809', member('WrappingAlgorithm')),
  key('kms:WrappingKeySpec', 'String', 'F-809', member('WrappingKeySpec')),
]
