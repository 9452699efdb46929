import { KmsError, type KmsErrorCode } from './errors.ts'
import { keyState, type KeyRecord, type KeyState } from './key.ts'

/**
 * Which operation works in which key state.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html (read 2026-11-23).
 * Where that page allows two answers, the one recorded against AWS is used (SIM-2; docs/fidelity.md).
 * Refusals by origin (the page's notes 6, 7 and 9) are not states: operations declare their `origins`,
 * which are asked first.
 */
export type Verdict = { readonly code: KmsErrorCode; readonly says: string } | 'ok'

const ok = 'ok'
const disabled = { code: 'DisabledException', says: 'is disabled.' } as const
const is = (says: string) => ({ code: 'KMSInvalidStateException', says: `is ${says}.` }) as const

const pendingDeletion = is('pending deletion')
const pendingReplicaDeletion = is('pending replica deletion')
const pendingImport = is('pending import')
const unavailable = is('unavailable')
const creating = is('creating')
const updating = is('updating')
const notPendingDeletion = is('not pending deletion')
/** Note 6: the guide refuses by origin here, whatever the operation does in other states. */
const originExternal = {
  code: 'UnsupportedOperationException',
  says: 'origin is EXTERNAL which is not valid for this operation.',
} as const

type Row = Readonly<Record<KeyState, Verdict>>

const everywhere: Row = {
  Enabled: ok,
  Disabled: ok,
  PendingDeletion: ok,
  PendingReplicaDeletion: ok,
  PendingImport: ok,
  Unavailable: ok,
  Creating: ok,
  Updating: ok,
}
const unlessPendingDeletion: Row = {
  ...everywhere,
  PendingDeletion: pendingDeletion,
  PendingReplicaDeletion: pendingReplicaDeletion,
}
const cryptographic: Row = {
  Enabled: ok,
  Disabled: disabled,
  PendingDeletion: pendingDeletion,
  PendingReplicaDeletion: pendingReplicaDeletion,
  PendingImport: pendingImport,
  Unavailable: unavailable,
  Creating: creating,
  Updating: ok,
}
const enablement: Row = {
  ...unlessPendingDeletion,
  PendingImport: pendingImport,
  Creating: creating,
  Updating: updating,
}
/** Unavailable keys are in custom key stores, which the origin refuses already (note 7). */
const rotation: Row = { ...cryptographic, Unavailable: ok }
const automaticRotation: Row = { ...rotation, PendingImport: originExternal }

export const keyStateRules = {
  CancelKeyDeletion: {
    Enabled: notPendingDeletion,
    Disabled: notPendingDeletion,
    PendingDeletion: ok,
    PendingReplicaDeletion: ok,
    PendingImport: notPendingDeletion,
    Unavailable: notPendingDeletion,
    Creating: notPendingDeletion,
    Updating: notPendingDeletion,
  },
  CreateAlias: unlessPendingDeletion,
  CreateGrant: { ...cryptographic, Unavailable: ok },
  Decapsulate: cryptographic,
  Decrypt: cryptographic,
  DeleteAlias: everywhere,
  DeleteImportedKeyMaterial: { ...everywhere, Creating: creating, Updating: updating },
  DeriveSharedSecret: cryptographic,
  DescribeKey: everywhere,
  DisableKey: enablement,
  DisableKeyRotation: automaticRotation,
  EnableKey: enablement,
  EnableKeyRotation: automaticRotation,
  Encapsulate: cryptographic,
  Encrypt: cryptographic,
  GenerateDataKey: cryptographic,
  GenerateDataKeyPair: cryptographic,
  GenerateDataKeyPairWithoutPlaintext: cryptographic,
  GenerateDataKeyWithoutPlaintext: cryptographic,
  GenerateMac: cryptographic,
  GetKeyLastUsage: everywhere,
  GetKeyPolicy: everywhere,
  GetKeyRotationStatus: { ...everywhere, PendingImport: originExternal },
  GetParametersForImport: { ...unlessPendingDeletion, Creating: creating, Updating: updating },
  // A disabled key answers in the later copies of the page, and did not in that of 2020 (docs/fidelity.md).
  GetPublicKey: { ...cryptographic, Disabled: ok, PendingImport: ok },
  ImportKeyMaterial: { ...unlessPendingDeletion, Creating: creating },
  ListAliases: everywhere,
  ListGrants: everywhere,
  ListKeyPolicies: everywhere,
  ListKeyRotations: everywhere,
  ListResourceTags: everywhere,
  PutKeyPolicy: everywhere,
  ReEncrypt: cryptographic,
  ReplicateKey: { ...cryptographic, Updating: updating },
  RetireGrant: everywhere,
  RevokeGrant: everywhere,
  RotateKeyOnDemand: rotation,
  ScheduleKeyDeletion: { ...unlessPendingDeletion, Updating: updating },
  Sign: cryptographic,
  TagResource: unlessPendingDeletion,
  UntagResource: unlessPendingDeletion,
  UpdateAlias: unlessPendingDeletion,
  UpdateKeyDescription: unlessPendingDeletion,
  UpdatePrimaryRegion: cryptographic,
  Verify: cryptographic,
  VerifyMac: cryptographic,
} as const satisfies Record<string, Row>

export type RuledOperation = keyof typeof keyStateRules

const isRuled = (operation: string): operation is RuledOperation => Object.hasOwn(keyStateRules, operation)

/** @throws KmsError what the table says; a TypeError if an operation has no row (our bug) */
export function requireState(operation: string, key: KeyRecord): void {
  if (!isRuled(operation)) throw new TypeError(`${operation} has no row in the key-state table`)
  const verdict: Verdict = keyStateRules[operation][keyState(key)]
  if (verdict !== ok) throw new KmsError(verdict.code, `${key.arn} ${verdict.says}`)
}
