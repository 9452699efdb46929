import type { Operation } from '../operation.ts'
import { cancelKeyDeletion } from './keys/cancel-key-deletion.ts'
import { createKey } from './keys/create-key.ts'
import { describeKey } from './keys/describe-key.ts'
import { disableKey } from './keys/disable-key.ts'
import { enableKey } from './keys/enable-key.ts'
import { getPublicKey } from './keys/get-public-key.ts'
import { listKeys } from './keys/list-keys.ts'
import { scheduleKeyDeletion } from './keys/schedule-key-deletion.ts'
import { updateKeyDescription } from './keys/update-key-description.ts'
import { createAlias } from './aliases/create-alias.ts'
import { deleteAlias } from './aliases/delete-alias.ts'
import { listAliases } from './aliases/list-aliases.ts'
import { updateAlias } from './aliases/update-alias.ts'
import { deleteImportedKeyMaterial } from './material/delete-imported-key-material.ts'
import { getParametersForImport } from './material/get-parameters-for-import.ts'
import { importKeyMaterial } from './material/import-key-material.ts'
import { decrypt } from './crypto/decrypt.ts'
import { encrypt } from './crypto/encrypt.ts'
import { generateDataKeyWithoutPlaintext } from './crypto/generate-data-key-without-plaintext.ts'
import { generateDataKey } from './crypto/generate-data-key.ts'
import { generateRandom } from './crypto/generate-random.ts'
import { reEncrypt } from './crypto/re-encrypt.ts'
import { disableKeyRotation } from './rotation/disable-key-rotation.ts'
import { enableKeyRotation } from './rotation/enable-key-rotation.ts'
import { getKeyRotationStatus } from './rotation/get-key-rotation-status.ts'
import { listKeyRotations } from './rotation/list-key-rotations.ts'
import { rotateKeyOnDemand } from './rotation/rotate-key-on-demand.ts'
import { getKeyPolicy } from './policy/get-key-policy.ts'
import { listKeyPolicies } from './policy/list-key-policies.ts'
import { putKeyPolicy } from './policy/put-key-policy.ts'
import { listResourceTags } from './tags/list-resource-tags.ts'
import { tagResource } from './tags/tag-resource.ts'
import { untagResource } from './tags/untag-resource.ts'
import { sign } from './crypto/sign.ts'
import { verify } from './crypto/verify.ts'
import { generateMac } from './crypto/generate-mac.ts'
import { verifyMac } from './crypto/verify-mac.ts'
import { deriveSharedSecret } from './crypto/derive-shared-secret.ts'
import { encapsulate } from './crypto/encapsulate.ts'
import { decapsulate } from './crypto/decapsulate.ts'
import { generateDataKeyPair } from './crypto/generate-data-key-pair.ts'
import { generateDataKeyPairWithoutPlaintext } from './crypto/generate-data-key-pair-without-plaintext.ts'
import { getKeyLastUsage } from './keys/get-key-last-usage.ts'
import { replicateKey } from './multi-region/replicate-key.ts'
import { updatePrimaryRegion } from './multi-region/update-primary-region.ts'
import { createGrant } from './grants/create-grant.ts'
import { listGrants } from './grants/list-grants.ts'
import { listRetirableGrants } from './grants/list-retirable-grants.ts'
import { retireGrant } from './grants/retire-grant.ts'
import { revokeGrant } from './grants/revoke-grant.ts'
import { connectCustomKeyStore } from './key-stores/connect-custom-key-store.ts'
import { createCustomKeyStore } from './key-stores/create-custom-key-store.ts'
import { deleteCustomKeyStore } from './key-stores/delete-custom-key-store.ts'
import { describeCustomKeyStores } from './key-stores/describe-custom-key-stores.ts'
import { disconnectCustomKeyStore } from './key-stores/disconnect-custom-key-store.ts'
import { updateCustomKeyStore } from './key-stores/update-custom-key-store.ts'

/** THE LIST: one file and one line here make an operation. */
const all: readonly Operation[] = [
  cancelKeyDeletion,
  createKey,
  describeKey,
  disableKey,
  enableKey,
  getPublicKey,
  listKeys,
  scheduleKeyDeletion,
  updateKeyDescription,
  createAlias,
  deleteAlias,
  listAliases,
  updateAlias,
  deleteImportedKeyMaterial,
  getParametersForImport,
  importKeyMaterial,
  decrypt,
  encrypt,
  generateDataKeyWithoutPlaintext,
  generateDataKey,
  generateRandom,
  reEncrypt,
  disableKeyRotation,
  enableKeyRotation,
  getKeyRotationStatus,
  listKeyRotations,
  rotateKeyOnDemand,
  getKeyPolicy,
  listKeyPolicies,
  putKeyPolicy,
  listResourceTags,
  tagResource,
  untagResource,
  sign,
  verify,
  generateMac,
  verifyMac,
  deriveSharedSecret,
  encapsulate,
  decapsulate,
  generateDataKeyPair,
  generateDataKeyPairWithoutPlaintext,
  getKeyLastUsage,
  replicateKey,
  updatePrimaryRegion,
  createGrant,
  listGrants,
  listRetirableGrants,
  retireGrant,
  revokeGrant,
  connectCustomKeyStore,
  createCustomKeyStore,
  deleteCustomKeyStore,
  describeCustomKeyStores,
  disconnectCustomKeyStore,
  updateCustomKeyStore,
]

export const operations: ReadonlyMap<string, Operation> = new Map(
  all.map((operation) => [operation.name, operation]),
)
