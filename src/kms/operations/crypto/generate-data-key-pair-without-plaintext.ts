import { dataKeyPair, requireDataKeyPair } from '../../data-key-pair.ts'
import { cryptoErrors } from '../../error-groups.ts'
import { dataKeyPairSpecEnum, keyMaterialId } from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, flag, grantTokens, keyId, optional, stringMap } from '../../shapes.ts'
import { requireSymmetricUse } from '../../symmetric.ts'

export const generateDataKeyPairWithoutPlaintext = operation({
  name: 'GenerateDataKeyPairWithoutPlaintext',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyPairWithoutPlaintext.html',
  readOnly: true,
  input: {
    EncryptionContext: optional(stringMap()),
    KeyId: keyId(),
    KeyPairSpec: dataKeyPairSpecEnum,
    GrantTokens: grantTokens(),
    DryRun: optional(flag()),
  },
  output: {
    PrivateKeyCiphertextBlob: optional(blob({ min: 1, max: 6144 })),
    PublicKey: optional(blob({ min: 1, max: 8192 })),
    KeyId: optional(keyId()),
    KeyPairSpec: optional(dataKeyPairSpecEnum),
    KeyMaterialId: optional(keyMaterialId()),
  },
  errors: [...cryptoErrors, 'UnsupportedOperationException'],
  key: { member: 'KeyId', aliases: true, crossAccount: true },
  origins: ['AWS_KMS', 'EXTERNAL'],
  trail: { request: ['KeyId', 'KeyPairSpec', 'EncryptionContext'], response: [] },
  async run(context) {
    const { input, key, note, endDryRun } = context
    requireSymmetricUse(key, 'GenerateDataKeyPairWithoutPlaintext')
    requireDataKeyPair(input.KeyPairSpec)
    endDryRun()
    const pair = await dataKeyPair(context, key, input.KeyPairSpec, input.EncryptionContext)
    note({ keyMaterialId: pair.materialId })
    return {
      PrivateKeyCiphertextBlob: pair.sealed,
      PublicKey: pair.spki,
      KeyId: key.arn,
      KeyPairSpec: input.KeyPairSpec,
      KeyMaterialId: pair.materialId,
    }
  },
})
