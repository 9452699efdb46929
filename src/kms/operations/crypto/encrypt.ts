import { cryptoErrors } from '../../error-groups.ts'
import { encryptionAlgorithmEnum } from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, flag, grantTokens, keyId, optional, secretBlob, stringMap } from '../../shapes.ts'
import { encryptWith, requireSymmetricUse } from '../../symmetric.ts'

export const encrypt = operation({
  name: 'Encrypt',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html',
  readOnly: true,
  input: {
    KeyId: keyId(),
    Plaintext: secretBlob({ min: 1, max: 4096 }),
    EncryptionContext: optional(stringMap()),
    GrantTokens: grantTokens(),
    EncryptionAlgorithm: optional(encryptionAlgorithmEnum),
    DryRun: optional(flag()),
  },
  output: {
    CiphertextBlob: optional(blob({ min: 1, max: 6144 })),
    KeyId: optional(keyId()),
    EncryptionAlgorithm: optional(encryptionAlgorithmEnum),
  },
  errors: cryptoErrors,
  key: { member: 'KeyId', aliases: true, crossAccount: true },
  trail: {
    request: ['KeyId', 'EncryptionContext', 'EncryptionAlgorithm'],
    response: [],
    defaults: { EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
  },
  async run({ input, key, world, materials, note, endDryRun }) {
    requireSymmetricUse(key, input.EncryptionAlgorithm, 'Encrypt')
    endDryRun()
    const { blob: ciphertext, materialId } = await encryptWith(
      materials,
      world.entropy,
      key,
      input.Plaintext,
      input.EncryptionContext,
    )
    note({ keyMaterialId: materialId })
    return { CiphertextBlob: ciphertext, KeyId: key.arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' }
  },
})
