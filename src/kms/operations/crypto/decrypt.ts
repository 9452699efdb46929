import type { Bytes } from '../../../bytes/bytes.ts'
import { algorithmOf, openingOf, requireEncryption } from '../../encryption.ts'
import { cryptoErrors } from '../../error-groups.ts'
import { KmsError } from '../../errors.ts'
import type { KeyRecord } from '../../key.ts'
import { dryRunModifierEnum, encryptionAlgorithmEnum, keyMaterialId, recipient } from '../../members.ts'
import { operation } from '../../operation.ts'
import { refuseRecipient } from '../../recipient.ts'
import { blob, flag, grantTokens, keyId, list, optional, secretBlob, stringMap } from '../../shapes.ts'

export const decrypt = operation({
  name: 'Decrypt',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html',
  readOnly: true,
  input: {
    CiphertextBlob: optional(blob({ min: 1, max: 6144 })),
    EncryptionContext: optional(stringMap()),
    GrantTokens: grantTokens(),
    KeyId: optional(keyId()),
    EncryptionAlgorithm: optional(encryptionAlgorithmEnum),
    Recipient: recipient(),
    DryRun: optional(flag()),
    DryRunModifiers: optional(list(dryRunModifierEnum)),
  },
  output: {
    KeyId: optional(keyId()),
    Plaintext: optional(secretBlob({ min: 1, max: 4096 })),
    EncryptionAlgorithm: optional(encryptionAlgorithmEnum),
    CiphertextForRecipient: optional(blob({ min: 1, max: 6144 })),
    KeyMaterialId: optional(keyMaterialId()),
  },
  errors: [...cryptoErrors, 'IncorrectKeyException', 'InvalidCiphertextException'],
  key: { member: 'KeyId', aliases: true, crossAccount: true },
  trail: {
    request: ['KeyId', 'EncryptionContext', 'EncryptionAlgorithm'],
    response: [],
    defaults: { EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
  },
  async run(context) {
    const { input, keyIfNamed, note, endDryRun } = context
    const how = { algorithm: input.EncryptionAlgorithm, context: input.EncryptionContext }
    refuseRecipient(input.Recipient)
    if (input.CiphertextBlob === undefined) {
      requireDryRunWithoutCiphertext(input)
      requireEncryption(keyIfNamed() as KeyRecord, how, 'Decrypt')
      endDryRun()
    }
    const { key, open } = openingOf(context, input.CiphertextBlob as Bytes, how)
    requireEncryption(key, how, 'Decrypt')
    const { plaintext, materialId } = await open()
    endDryRun()
    if (materialId !== undefined) note({ keyMaterialId: materialId })
    return {
      KeyId: key.arn,
      Plaintext: plaintext,
      EncryptionAlgorithm: algorithmOf(how),
      ...(materialId === undefined ? {} : { KeyMaterialId: materialId }),
    }
  },
})

/** F-507: a request without a ciphertext is a dry run that says so and names its key. */
export function requireDryRunWithoutCiphertext(input: {
  readonly DryRun?: boolean
  readonly DryRunModifiers?: readonly string[]
  readonly KeyId?: string
}): void {
  if (
    input.DryRun === true &&
    input.DryRunModifiers?.includes('IGNORE_CIPHERTEXT') &&
    input.KeyId !== undefined
  )
    return
  throw new KmsError(
    'ValidationException',
    "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null",
  )
}
