import { KmsError } from '../../errors.ts'
import { currentMaterial } from '../../key.ts'
import { isSymmetric } from '../../key-spec.ts'
import { keyMaterialId } from '../../members.ts'
import { operation } from '../../operation.ts'
import { putShared } from '../../related-keys.ts'
import { withoutBytes } from '../../settle.ts'
import { keyId, optional, text } from '../../shapes.ts'

/** Takes effect at once; without KeyMaterialId it is the current material that goes (F-336). */
export const deleteImportedKeyMaterial = operation({
  name: 'DeleteImportedKeyMaterial',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteImportedKeyMaterial.html',
  readOnly: false,
  input: { KeyId: keyId(), KeyMaterialId: optional(keyMaterialId()) },
  output: {
    KeyId: optional(keyId()),
    KeyMaterialId: optional(text({ min: 0, max: 64, pattern: '^[a-f0-9]+$' })),
  },
  errors: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'UnsupportedOperationException',
  ],
  key: { member: 'KeyId' },
  origins: ['EXTERNAL'],
  trail: { request: ['KeyId', 'KeyMaterialId'], response: ['KeyId', 'KeyMaterialId'] },
  run({ input, key, draft }) {
    const id = input.KeyMaterialId ?? currentMaterial(key)?.id
    if (input.KeyMaterialId !== undefined && !key.materials.some((material) => material.id === id))
      throw new KmsError('NotFoundException', `Key material ${id} does not exist in ${key.arn}.`)
    if (id === undefined) return { KeyId: key.arn, KeyMaterialId: '' }
    putShared(draft, withoutBytes(key, id))
    return { KeyId: key.arn, ...(isSymmetric(key.keySpec) ? { KeyMaterialId: id } : {}) }
  },
})
