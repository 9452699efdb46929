import { cryptoErrors } from '../../error-groups.ts'
import { KmsError } from '../../errors.ts'
import { dataKeyPairSpecEnum, keyMaterialId, recipient } from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, flag, grantTokens, keyId, optional, secretBlob, stringMap } from '../../shapes.ts'

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
  trail: { request: ['KeyId', 'KeyPairSpec', 'EncryptionContext'], response: [] },
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
