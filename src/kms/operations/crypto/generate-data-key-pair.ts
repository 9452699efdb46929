import { dataKeyPair, requireDataKeyPair } from '../../data-key-pair.ts'
import { cryptoErrors } from '../../error-groups.ts'
import { dataKeyPairSpecEnum, keyMaterialId, recipient } from '../../members.ts'
import { operation } from '../../operation.ts'
import { refuseRecipient } from '../../recipient.ts'
import { blob, flag, grantTokens, keyId, optional, secretBlob, stringMap } from '../../shapes.ts'
import { requireSymmetricUse } from '../../symmetric.ts'

export const generateDataKeyPair = operation({
  name: 'GenerateDataKeyPair',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyPair.html',
  readOnly: true,
  input: {
    EncryptionContext: optional(stringMap()),
    KeyId: keyId(),
    KeyPairSpec: dataKeyPairSpecEnum,
    GrantTokens: grantTokens(),
    Recipient: recipient(),
    DryRun: optional(flag()),
  },
  output: {
    PrivateKeyCiphertextBlob: optional(blob({ min: 1, max: 6144 })),
    PrivateKeyPlaintext: optional(secretBlob({ min: 1, max: 4096 })),
    PublicKey: optional(blob({ min: 1, max: 8192 })),
    KeyId: optional(keyId()),
    KeyPairSpec: optional(dataKeyPairSpecEnum),
    CiphertextForRecipient: optional(blob({ min: 1, max: 6144 })),
    KeyMaterialId: optional(keyMaterialId()),
  },
  errors: [...cryptoErrors, 'UnsupportedOperationException'],
  key: { member: 'KeyId', aliases: true, crossAccount: true },
  origins: ['AWS_KMS', 'EXTERNAL'],
  trail: { request: ['KeyId', 'KeyPairSpec', 'EncryptionContext'], response: [] },
  async run(context) {
    const { input, key, note, endDryRun } = context
    refuseRecipient(input.Recipient)
    requireSymmetricUse(key, 'GenerateDataKeyPair')
    requireDataKeyPair(input.KeyPairSpec)
    endDryRun()
    const pair = await dataKeyPair(context, key, input.KeyPairSpec, input.EncryptionContext)
    note({ keyMaterialId: pair.materialId })
    return {
      PrivateKeyCiphertextBlob: pair.sealed,
      PrivateKeyPlaintext: pair.pkcs8,
      PublicKey: pair.spki,
      KeyId: key.arn,
      KeyPairSpec: input.KeyPairSpec,
      KeyMaterialId: pair.materialId,
    }
  },
})
