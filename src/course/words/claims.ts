import type { SourceId } from './sources.ts'

/** A statement about AWS that screens show, with what it rests on. */
export interface Claim {
  readonly says: string
  readonly source: SourceId
  /** Row of the ledger of facts */
  readonly fact: `F-${number}`
  /** The day the page was read */
  readonly checked: `${number}-${number}-${number}`
}

const CHECKED = '2026-11-23'
const claim = (fact: Claim['fact'], source: SourceId, says: string): Claim => ({
  says,
  source,
  fact,
  checked: CHECKED,
})

export const claims = {
  'new-external-key': claim(
    'F-301',
    'importing',
    'A new key with origin EXTERNAL is Pending import and has no material.',
  ),
  'origin-is-fixed': claim(
    'F-106',
    'createKey',
    'The origin of a key is chosen at creation and never changes.',
  ),
  'parameters-24-hours': claim(
    'F-304',
    'publicKeyAndToken',
    'A public key and its import token belong together, to one KMS key, for 24 hours.',
  ),
  'once-customer-master-key': claim(
    'F-101',
    'history',
    'Since 30 August 2021 the name is KMS key; before that it was customer master key.',
  ),
  'former-name-lives-on': claim(
    'F-101',
    'createKey',
    'The former name lives on, for instance in CustomerMasterKeySpec, the old parameter for KeySpec.',
  ),
  'managed-is-who': claim(
    'F-107',
    'rotateKeys',
    'AWS managed keys belong to a service in your account: you can look at them, but not steer their rotation.',
  ),
  'fips-now': claim(
    'F-355',
    'internals',
    'The HSMs of KMS are validated under FIPS 140-3 at Level 3; Regions in China have another scheme.',
  ),
  'fips-then': claim('F-355', 'fipsLevel3', 'The HSMs of KMS reached FIPS 140-2 Level 3 in May 2023.'),
  'fips-140-2-is-over': claim(
    'F-357',
    'fipsSunset',
    'On 21 September 2026 NIST moved every FIPS 140-2 certificate that was left to its Historical list.',
  ),
  'store-takes-no-import': claim(
    'F-353',
    'keyStores',
    'A custom key store holds symmetric encryption keys alone: no import, no rotation by KMS, no multi-Region keys.',
  ),
  'cloudhsm-store': claim(
    'F-353',
    'keyStores',
    'A CloudHSM key store is your own cluster of HSMs in AWS: KMS makes the key there, and it cannot be exported.',
  ),
  'external-store': claim(
    'F-354',
    'keyStores',
    'The key of an external key store stays in your manager outside AWS; you answer for its availability, delay and durability.',
  ),
  'new-material-primary-first': claim(
    'F-346',
    'importStep',
    'New material of a multi-Region key is imported into the primary first; the replicas then take the same bytes as known ones.',
  ),
  'no-reading-outside': claim(
    'F-343',
    'importing',
    'Symmetric KMS ciphertext cannot be opened outside KMS, not even with the imported material.',
  ),
  'pairs-work-elsewhere': claim(
    'F-342',
    'importing',
    'Imported asymmetric and HMAC material works the same in another KMS key, and outside AWS.',
  ),
  'on-demand-since': claim(
    'F-1105',
    'changelog',
    'Rotation on demand of imported symmetric material came on 5 June 2025; multi-Region keys followed on 21 November 2025.',
  ),
  'manual-remains': claim(
    'F-352',
    'rotateKeys',
    'Asymmetric keys, HMAC keys and keys in custom key stores are rotated by hand: a new key behind the same alias.',
  ),
  'other-key-other-id': claim(
    'F-343',
    'importing',
    'Two symmetric KMS keys with the same imported bytes do not open each other’s ciphertext, unless they are related multi-Region keys.',
  ),
  'aws-managed-yearly': claim(
    'F-207',
    'rotateKeys',
    'AWS managed keys rotate every year; you cannot change it.',
  ),
  'service-level': claim('F-203', 'sla', 'The service level of KMS is 99.999 % a month and Region.'),
  'service-level-of-stores': claim(
    'F-203',
    'keyStores',
    'The service level covers keys with generated and with imported material alike; keys in custom key stores have none.',
  ),
  'three-zones': claim(
    'F-203',
    'resilience',
    'KMS works in at least three Availability Zones of each Region.',
  ),
  'generated-never-expires': claim(
    'F-204',
    'protectMaterial',
    'Generated material cannot expire and cannot be deleted by itself; it goes only with the KMS key.',
  ),
  'disabled-keeps-material': claim(
    'F-401',
    'keyState',
    'A disabled key refuses to encrypt and decrypt with DisabledException; EnableKey is all that it needs.',
  ),
  'empty-key-refuses': claim(
    'F-405',
    'keyState',
    'A key that is Pending import refuses to encrypt and decrypt, and cannot be enabled.',
  ),
  'pending-deletion-refuses': claim(
    'F-328',
    'keyState',
    'A key that is pending deletion cannot be used, and takes no import.',
  ),
  'data-key-is-yours': claim(
    'F-901',
    'generateDataKey',
    'GenerateDataKey gives a new data key twice, once readable and once encrypted; KMS keeps neither.',
  ),
  'failed-calls-too': claim(
    'F-701',
    'cloudtrail',
    'CloudTrail records every call to KMS, also reads and failed calls.',
  ),
  'never-recorded': claim(
    'F-703',
    'cloudtrail',
    'No record holds plaintext, ciphertext, import tokens or material; the encryption context stands there readable.',
  ),
  'bus-events': claim(
    'F-714',
    'events',
    'KMS tells EventBridge of rotations, of expired material and of deleted keys.',
  ),
  'origin-condition': claim(
    'F-806',
    'conditions',
    'The condition key kms:KeyOrigin lets a policy allow or deny a key’s creation and its use by origin.',
  ),
  'replica-starts-empty': claim(
    'F-345',
    'multiRegion',
    'A replica of an imported multi-Region key starts empty: the same material is imported in each Region, with its own date.',
  ),
  'objects-stay': claim(
    'F-909',
    'rotateKeys',
    'A rotation encrypts no object again; each stays with the material that closed its data key.',
  ),
  's3-asks-kms': claim(
    'F-904',
    's3',
    'For each object S3 asks KMS: GenerateDataKey to write it, Decrypt to read it; with an S3 Bucket Key it asks less often.',
  ),
  'material-id-by-key': claim(
    'F-104',
    'importKeyMaterial',
    'The ID of imported material comes from the key and the bytes: the same bytes have the same ID again in the same key.',
  ),
  'five-states': claim(
    'F-110',
    'keyState',
    'Each key is in one state at a time, and the state decides which calls work.',
  ),
  'recommended-wrapping-key': claim(
    'F-305',
    'publicKeyAndToken',
    'Outside China wrapping keys are RSA_2048, RSA_3072 or RSA_4096; AWS recommends RSA_4096.',
  ),
  'pkcs1-is-over': claim(
    'F-307',
    'publicKeyAndToken',
    'RSAES_PKCS1_V1_5 has not been supported for wrapping since 10 October 2023.',
  ),
  'oaep-for-symmetric': claim(
    'F-307',
    'publicKeyAndToken',
    'Symmetric material is wrapped with RSAES_OAEP and SHA-256 or SHA-1.',
  ),
  'thirty-two-raw-bytes': claim(
    'F-311',
    'importingConcepts',
    'Material of a symmetric encryption key is 32 raw bytes outside China.',
  ),
  'binary-before-wrapping': claim(
    'F-312',
    'encryptMaterial',
    'Material is binary, not text, before it is wrapped.',
  ),
  'unwrapped-in-the-hsm': claim(
    'F-310',
    'publicKeyAndToken',
    'The private half of the wrapping pair stays in the HSM; KMS opens the material there.',
  ),
  'expiry-is-assumed': claim(
    'F-314',
    'importKeyMaterial',
    'Without an expiration model KMS assumes that material expires, and then requires a date.',
  ),
  'at-most-365-days': claim('F-315', 'importKeyMaterial', 'ValidTo lies at most 365 days after the request.'),
  'reimport-to-change-expiry': claim(
    'F-319',
    'importStep',
    'By the guide, the expiration model or the date changes when the same material is imported again, at any time.',
  ),
  'openssl-takes-sha-1': claim(
    'F-323',
    'opensslHash',
    'OpenSSL takes SHA-1 for OAEP when no hash is named; KMS then cannot open a blob for RSAES_OAEP_SHA_256.',
  ),
  'expiry-empties-the-key': claim(
    'F-335',
    'importStep',
    'On its expiration date KMS deletes the material; the key is Pending import and keeps ARN, policy and aliases.',
  ),
  'expiry-record': claim(
    'F-713',
    'expiredRecord',
    'An expiry is recorded as the service event DeleteExpiredKeyMaterial, with no caller.',
  ),
  'deletion-of-material': claim(
    'F-336',
    'deleteMaterial',
    'DeleteImportedKeyMaterial has no waiting period, and the KMS key stays.',
  ),
  'same-bytes-only': claim(
    'F-339',
    'protectMaterial',
    'If any permanent material of a key is missing, the whole key is unusable until every missing one is imported again, byte for byte.',
  ),
  'imported-durability': claim(
    'F-202',
    'durability',
    'The durability AWS promises for generated material does not cover imported material; the original is yours to keep.',
  ),
  'generated-durability': claim(
    'F-201',
    'dataProtection',
    'AWS keeps material that KMS generates with a durability of 99.999999999 %.',
  ),
  'no-export': claim(
    'F-204',
    'hierarchy',
    'No operation returns key material; only public keys can be exported.',
  ),
  'waiting-period': claim(
    'F-215',
    'deleteKeys',
    'Deleting a KMS key takes 7 to 30 days of waiting, 30 unless you choose; it can be cancelled meanwhile.',
  ),
  'cancel-gives-disabled': claim(
    'F-215',
    'deleteKeys',
    'A key whose deletion was cancelled is Disabled; if its material is there, EnableKey makes it work again.',
  ),
  'deleted-key-is-lost': claim(
    'F-342',
    'deleteKeys',
    'Symmetric ciphertext of a deleted single-Region KMS key is lost, even if you hold the material.',
  ),
  'cached-data-keys': claim(
    'F-340',
    'unusable',
    'Data keys that were decrypted before keep working outside KMS; failure shows at the next call to KMS.',
  ),
  'expiration-metric': claim(
    'F-715',
    'cloudwatch',
    'SecondsUntilKeyMaterialExpiration in AWS/KMS counts to the earliest expiry of one key; the statistic is Minimum.',
  ),
  'custody-advice': claim(
    'F-344',
    'protectMaterial',
    'AWS advises to keep a copy in an HSM or key manager, with the key ARN and the key material ID.',
  ),
  'generated-in-the-hsm': claim(
    'F-204',
    'hierarchy',
    'KMS generates material inside its HSMs, where its plaintext stays; it leaves them only encrypted.',
  ),
  'material-id-field': claim(
    'F-105',
    'describeKey',
    'CurrentKeyMaterialId is shown for symmetric encryption keys with origin AWS_KMS or EXTERNAL that have, or had, material.',
  ),
  'context-is-bound': claim(
    'F-902',
    'encryptionContext',
    'The encryption context is no secret; decryption needs exactly the same one.',
  ),
  'alias-is-a-pointer': claim(
    'F-352',
    'aliases',
    'An alias is a pointer with a life of its own; it can be moved to another key of the same type and usage.',
  ),
  'rotation-is-opt-in': claim(
    'F-205',
    'rotateKeys',
    'Automatic rotation of a customer managed key is off until you switch it on; it exists for symmetric keys with origin AWS_KMS.',
  ),
  'rotation-period': claim(
    'F-206',
    'rotateKeys',
    'The period is 90 to 2,560 days, 365 unless you choose, and counts from the day on which rotation was switched on.',
  ),
  'rotation-keeps-old': claim(
    'F-214',
    'rotateKeys',
    'Rotation changes the current material alone: ID, ARN, alias and policy stay, old ciphertexts keep decrypting, and no data is encrypted again.',
  ),
  'rotation-missed': claim(
    'F-208',
    'rotateKeys',
    'A disabled key is not rotated; when it is enabled again, an overdue rotation happens at once.',
  ),
  'on-demand-limit': claim(
    'F-210',
    'rotateOnDemand',
    'A key can be rotated on demand 25 times in its life, whether or not automatic rotation is on.',
  ),
  'on-demand-and-plan': claim(
    'F-210',
    'rotateOnDemand',
    'A rotation on demand does not change the schedule of automatic rotation.',
  ),
  'material-id-in-answers': claim(
    'F-510',
    'decrypt',
    'The answers of Decrypt, GenerateDataKey and ReEncrypt name the material that was used; the answer of Encrypt does not.',
  ),
  'no-automatic-on-imported': claim(
    'F-348',
    'rotateKeys',
    'Automatic rotation does not exist for imported material.',
  ),
  'new-material-waits': claim(
    'F-351',
    'importStep',
    'New material of a single-Region key waits as PENDING_ROTATION; the current material changes only with a rotation.',
  ),
  'rotate-imported': claim(
    'F-349',
    'rotateOnDemand',
    'Symmetric keys with imported material rotate on demand to new material that was imported before; ARN and alias stay, the former material decrypts.',
  ),
  'one-waits': claim(
    'F-317',
    'importStep',
    'Only one new material can wait at a time; it can be deleted by its ID.',
  ),
  'waiting-deletion': claim(
    'F-336',
    'deleteMaterial',
    'Deleting new material that waits for its rotation leaves the key usable.',
  ),
  'rotation-records': claim(
    'F-712',
    'cloudtrail',
    'RotateKeyOnDemand is recorded with its caller; the rotation itself follows as the service event RotateKey.',
  ),
  'last-use-is-a-hint': claim(
    'F-512',
    'getKeyLastUsage',
    'GetKeyLastUsage names the last use that KMS tracked; AWS advises not to delete a key on that alone, but to disable it first and watch.',
  ),
  'related-keys-share': claim(
    'F-343',
    'multiRegion',
    'Related multi-Region keys share ID and material: what one encrypts, another decrypts.',
  ),
} as const satisfies Record<string, Claim>

export type ClaimId = keyof typeof claims
