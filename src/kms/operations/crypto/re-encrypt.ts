import type { Bytes } from '../../../bytes/bytes.ts'
import { algorithmOf, encrypt, openingOf, requireEncryption, requireRoom } from '../../encryption.ts'
import { cryptoErrors } from '../../error-groups.ts'
import { dryRunModifierEnum, encryptionAlgorithmEnum, keyMaterialId } from '../../members.ts'
import type { KeyRecord } from '../../key.ts'
import { operation } from '../../operation.ts'
import { blob, flag, grantTokens, keyId, list, optional, stringMap } from '../../shapes.ts'
import { requireDryRunWithoutCiphertext } from './decrypt.ts'

/** Decrypts and encrypts inside KMS; both keys are asked for their state. */
export const reEncrypt = operation({
  name: 'ReEncrypt',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html',
  readOnly: true,
  input: {
    CiphertextBlob: optional(blob({ min: 1, max: 6144 })),
    SourceEncryptionContext: optional(stringMap()),
    SourceKeyId: optional(keyId()),
    DestinationKeyId: keyId(),
    DestinationEncryptionContext: optional(stringMap()),
    SourceEncryptionAlgorithm: optional(encryptionAlgorithmEnum),
    DestinationEncryptionAlgorithm: optional(encryptionAlgorithmEnum),
    GrantTokens: grantTokens(),
    DryRun: optional(flag()),
    DryRunModifiers: optional(list(dryRunModifierEnum)),
  },
  output: {
    CiphertextBlob: optional(blob({ min: 1, max: 6144 })),
    SourceKeyId: optional(keyId()),
    KeyId: optional(keyId()),
    SourceEncryptionAlgorithm: optional(encryptionAlgorithmEnum),
    DestinationEncryptionAlgorithm: optional(encryptionAlgorithmEnum),
    SourceKeyMaterialId: optional(keyMaterialId()),
    DestinationKeyMaterialId: optional(keyMaterialId()),
  },
  errors: [...cryptoErrors, 'IncorrectKeyException', 'InvalidCiphertextException'],
  key: { member: 'SourceKeyId', aliases: true, crossAccount: true, action: 'ReEncryptFrom' },
  trail: {
    request: [
      'SourceKeyId',
      'SourceEncryptionAlgorithm',
      'SourceEncryptionContext',
      'DestinationKeyId',
      'DestinationEncryptionAlgorithm',
      'DestinationEncryptionContext',
    ],
    response: [],
    defaults: {
      SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    },
  },
  async run(context) {
    const { input, keyIfNamed, admit, note, endDryRun } = context
    const from = { algorithm: input.SourceEncryptionAlgorithm, context: input.SourceEncryptionContext }
    const to = {
      algorithm: input.DestinationEncryptionAlgorithm,
      context: input.DestinationEncryptionContext,
    }
    if (input.CiphertextBlob === undefined) {
      requireDryRunWithoutCiphertext({
        ...input,
        ...(input.SourceKeyId === undefined ? {} : { KeyId: input.SourceKeyId }),
      })
      const target = admit(input.DestinationKeyId, 'ReEncryptTo')
      requireEncryption(keyIfNamed() as KeyRecord, from, 'ReEncrypt')
      requireEncryption(target, to, 'ReEncrypt')
      endDryRun()
    }
    const source = openingOf(context, input.CiphertextBlob as Bytes, from, 'ReEncryptFrom')
    const target = admit(input.DestinationKeyId, 'ReEncryptTo')
    requireEncryption(source.key, from, 'ReEncrypt')
    requireEncryption(target, to, 'ReEncrypt')
    const opened = await source.open()
    requireRoom(target, to, opened.plaintext)
    endDryRun()
    const closed = await encrypt(context, target, opened.plaintext, to)
    const materials = {
      ...(opened.materialId === undefined ? {} : { sourceKeyMaterialId: opened.materialId }),
      ...(closed.materialId === undefined ? {} : { destinationKeyMaterialId: closed.materialId }),
    }
    note(materials)
    return {
      CiphertextBlob: closed.blob,
      SourceKeyId: source.key.arn,
      KeyId: target.arn,
      SourceEncryptionAlgorithm: algorithmOf(from),
      DestinationEncryptionAlgorithm: algorithmOf(to),
      SourceKeyMaterialId: opened.materialId,
      DestinationKeyMaterialId: closed.materialId,
    }
  },
})
