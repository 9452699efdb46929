import type { KeyRecord, Material } from '../../key.ts'
import { expirationModelEnum, keyMaterialDescription, keyMaterialId, truncation } from '../../members.ts'
import { operation } from '../../operation.ts'
import { page } from '../../page.ts'
import { requireSymmetric } from '../../rotation-rules.ts'
import { keyId, limit, list, marker, oneOf, optional, structure, timestamp } from '../../shapes.ts'

/** Completed rotations; with ALL_KEY_MATERIAL also the first material and one that waits (F-213). */
export const listKeyRotations = operation({
  name: 'ListKeyRotations',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyRotations.html',
  readOnly: true,
  input: {
    KeyId: keyId(),
    IncludeKeyMaterial: optional(oneOf('ALL_KEY_MATERIAL', 'ROTATIONS_ONLY')),
    Limit: limit(),
    Marker: marker(),
  },
  output: {
    Rotations: optional(
      list(
        structure({
          KeyId: optional(keyId()),
          KeyMaterialId: optional(keyMaterialId()),
          KeyMaterialDescription: optional(keyMaterialDescription()),
          ImportState: optional(oneOf('IMPORTED', 'PENDING_IMPORT')),
          KeyMaterialState: optional(
            oneOf('NON_CURRENT', 'CURRENT', 'PENDING_ROTATION', 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION'),
          ),
          ExpirationModel: optional(expirationModelEnum),
          ValidTo: optional(timestamp()),
          RotationDate: optional(timestamp()),
          RotationType: optional(oneOf('AUTOMATIC', 'ON_DEMAND')),
        }),
      ),
    ),
    ...truncation,
  },
  errors: [
    'InvalidArnException',
    'InvalidMarkerException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'UnsupportedOperationException',
  ],
  key: { member: 'KeyId' },
  origins: ['AWS_KMS', 'EXTERNAL'],
  trail: { request: ['KeyId', 'IncludeKeyMaterial', 'Limit', 'Marker'], response: [] },
  run({ input, key }) {
    requireSymmetric(key)
    const all = input.IncludeKeyMaterial === 'ALL_KEY_MATERIAL'
    const chosen = key.materials.filter(({ rotationDate }) => all || rotationDate !== undefined)
    const { shown, ...rest } = page(
      chosen.map((material) => [material.id, entryOf(key, material)] as const),
      input,
      100,
    )
    return { Rotations: shown, ...rest }
  },
})

function entryOf(key: KeyRecord, material: Material) {
  const { id, state, token, description, expirationModel, validTo, rotationDate, rotationType } = material
  return {
    KeyId: key.arn,
    KeyMaterialId: id,
    KeyMaterialState: state,
    ...(key.origin === 'EXTERNAL' ? { ImportState: token ? 'IMPORTED' : 'PENDING_IMPORT' } : {}),
    ...(description === undefined ? {} : { KeyMaterialDescription: description }),
    ...(expirationModel === undefined ? {} : { ExpirationModel: expirationModel }),
    ...(validTo === undefined ? {} : { ValidTo: validTo }),
    ...(rotationDate === undefined ? {} : { RotationDate: rotationDate, RotationType: rotationType }),
  }
}
