import { algorithmOf, encrypt as encryptUnder, requireEncryption, requireRoom } from '../../encryption.ts'
import { cryptoErrors } from '../../error-groups.ts'
import { encryptionAlgorithmEnum } from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, flag, grantTokens, keyId, optional, secretBlob, stringMap } from '../../shapes.ts'

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
  async run(context) {
    const { input, key, note, endDryRun } = context
    const how = { algorithm: input.EncryptionAlgorithm, context: input.EncryptionContext }
    requireEncryption(key, how, 'Encrypt')
    requireRoom(key, how, input.Plaintext)
    endDryRun()
    const { blob: ciphertext, materialId } = await encryptUnder(context, key, input.Plaintext, how)
    if (materialId !== undefined) note({ keyMaterialId: materialId })
    return { CiphertextBlob: ciphertext, KeyId: key.arn, EncryptionAlgorithm: algorithmOf(how) }
  },
})
