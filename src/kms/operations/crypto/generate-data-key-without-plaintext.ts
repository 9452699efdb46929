import { cryptoErrors } from '../../error-groups.ts'
import { dataKeyLength } from '../../data-key.ts'
import { dataKeySpecEnum, keyMaterialId } from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, flag, grantTokens, integer, keyId, optional, stringMap } from '../../shapes.ts'
import { encryptWith, requireSymmetricUse } from '../../symmetric.ts'

export const generateDataKeyWithoutPlaintext = operation({
  name: 'GenerateDataKeyWithoutPlaintext',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyWithoutPlaintext.html',
  readOnly: true,
  input: {
    KeyId: keyId(),
    EncryptionContext: optional(stringMap()),
    KeySpec: optional(dataKeySpecEnum),
    NumberOfBytes: optional(integer({ min: 1, max: 1024 })),
    GrantTokens: grantTokens(),
    DryRun: optional(flag()),
  },
  output: {
    CiphertextBlob: optional(blob({ min: 1, max: 6144 })),
    KeyId: optional(keyId()),
    KeyMaterialId: optional(keyMaterialId()),
  },
  errors: cryptoErrors,
  key: { member: 'KeyId', aliases: true, crossAccount: true },
  trail: { request: ['KeyId', 'EncryptionContext', 'KeySpec', 'NumberOfBytes'], response: [] },
  async run({ input, key, world, materials, note, endDryRun }) {
    const length = dataKeyLength(input)
    requireSymmetricUse(key, 'GenerateDataKeyWithoutPlaintext')
    endDryRun()
    const plaintext = world.entropy.bytes(length)
    const { blob: ciphertext, materialId } = await encryptWith(
      materials,
      world.entropy,
      key,
      plaintext,
      input.EncryptionContext,
    )
    note({ keyMaterialId: materialId })
    return { CiphertextBlob: ciphertext, KeyId: key.arn, KeyMaterialId: materialId }
  },
})
