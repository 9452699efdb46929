import { cryptoErrors } from '../../error-groups.ts'
import { dataKeyLength } from '../../data-key.ts'
import { dataKeySpecEnum, keyMaterialId, recipient } from '../../members.ts'
import { operation } from '../../operation.ts'
import { refuseRecipient } from '../../recipient.ts'
import { blob, flag, grantTokens, integer, keyId, optional, secretBlob, stringMap } from '../../shapes.ts'
import { encryptWith, requireSymmetricUse } from '../../symmetric.ts'

export const generateDataKey = operation({
  name: 'GenerateDataKey',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html',
  readOnly: true,
  input: {
    KeyId: keyId(),
    EncryptionContext: optional(stringMap()),
    NumberOfBytes: optional(integer({ min: 1, max: 1024 })),
    KeySpec: optional(dataKeySpecEnum),
    GrantTokens: grantTokens(),
    Recipient: recipient(),
    DryRun: optional(flag()),
  },
  output: {
    CiphertextBlob: optional(blob({ min: 1, max: 6144 })),
    Plaintext: optional(secretBlob({ min: 1, max: 4096 })),
    KeyId: optional(keyId()),
    CiphertextForRecipient: optional(blob({ min: 1, max: 6144 })),
    KeyMaterialId: optional(keyMaterialId()),
  },
  errors: cryptoErrors,
  key: { member: 'KeyId', aliases: true, crossAccount: true },
  trail: { request: ['KeyId', 'EncryptionContext', 'KeySpec', 'NumberOfBytes'], response: [] },
  async run({ input, key, world, materials, note, endDryRun }) {
    const length = dataKeyLength(input)
    refuseRecipient(input.Recipient)
    requireSymmetricUse(key, 'GenerateDataKey')
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
    return { CiphertextBlob: ciphertext, Plaintext: plaintext, KeyId: key.arn, KeyMaterialId: materialId }
  },
})
