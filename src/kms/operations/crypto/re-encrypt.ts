import type { Bytes } from '../../../bytes/bytes.ts'
import { cryptoErrors } from '../../error-groups.ts'
import { dryRunModifierEnum, encryptionAlgorithmEnum, keyMaterialId } from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, flag, grantTokens, keyId, list, optional, stringMap } from '../../shapes.ts'
import {
  decryptWith,
  encryptWith,
  incorrectKey,
  keyOfCiphertext,
  requireSymmetricUse,
} from '../../symmetric.ts'
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
  key: { member: 'SourceKeyId', aliases: true, crossAccount: true },
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
  async run({ input, caller, world, draft, materials, keyIfNamed, admit, admitRecord, note, endDryRun }) {
    const named = keyIfNamed()
    if (input.CiphertextBlob === undefined) {
      requireDryRunWithoutCiphertext({
        ...input,
        ...(input.SourceKeyId === undefined ? {} : { KeyId: input.SourceKeyId }),
      })
      const target = admit(input.DestinationKeyId)
      requireSymmetricUse(target, input.DestinationEncryptionAlgorithm, 'ReEncrypt')
      endDryRun()
    }
    const { ciphertext, key: source } = keyOfCiphertext(draft, caller, input.CiphertextBlob as Bytes)
    if (named && named.id !== source.id) throw incorrectKey()
    if (!named) admitRecord(source)
    const target = admit(input.DestinationKeyId)
    requireSymmetricUse(source, input.SourceEncryptionAlgorithm, 'ReEncrypt')
    requireSymmetricUse(target, input.DestinationEncryptionAlgorithm, 'ReEncrypt')
    const opened = await decryptWith(materials, source, ciphertext, input.SourceEncryptionContext)
    endDryRun()
    const closed = await encryptWith(
      materials,
      world.entropy,
      target,
      opened.plaintext,
      input.DestinationEncryptionContext,
    )
    note({ sourceKeyMaterialId: opened.materialId, destinationKeyMaterialId: closed.materialId })
    return {
      CiphertextBlob: closed.blob,
      SourceKeyId: source.arn,
      KeyId: target.arn,
      SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      SourceKeyMaterialId: opened.materialId,
      DestinationKeyMaterialId: closed.materialId,
    }
  },
})
