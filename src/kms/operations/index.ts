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
]

export const operations: ReadonlyMap<string, Operation> = new Map(
  all.map((operation) => [operation.name, operation]),
)
