import { hours } from '../../../world/clock.ts'
import { KmsError } from '../../errors.ts'
import { sealToken } from '../../import-token.ts'
import { wrappingAlgorithmEnum, wrappingKeySpecEnum } from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, keyId, optional, secretBlob, timestamp } from '../../shapes.ts'
import { isWrappingKeySpec, mayWrap, wrappingKeyBits } from '../../wrapping-rules.ts'

/** F-304. */
const VALID_FOR = hours(24)

export const getParametersForImport = operation({
  name: 'GetParametersForImport',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_GetParametersForImport.html',
  readOnly: true,
  input: { KeyId: keyId(), WrappingAlgorithm: wrappingAlgorithmEnum, WrappingKeySpec: wrappingKeySpecEnum },
  output: {
    KeyId: optional(keyId()),
    ImportToken: optional(blob({ min: 1, max: 6144 })),
    PublicKey: optional(secretBlob({ min: 1, max: 4096 })),
    ParametersValidTo: optional(timestamp()),
  },
  errors: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'UnsupportedOperationException',
  ],
  key: { member: 'KeyId' },
  origins: ['EXTERNAL'],
  trail: { request: ['KeyId', 'WrappingAlgorithm', 'WrappingKeySpec'], response: [] },
  async run({ input, key, world, crypto, draft, materials }) {
    const { WrappingAlgorithm: algorithm, WrappingKeySpec: spec } = input
    if (!isWrappingKeySpec(spec) || !mayWrap(key.keySpec, algorithm, spec))
      throw new KmsError('UnsupportedOperationException')

    const validTo = world.clock.now() + VALID_FOR
    const domainKey = materials.domainKey(draft, world.entropy)
    const iv = world.entropy.bytes(12)
    const pair = await crypto.rsaGenerate(wrappingKeyBits[spec])
    const grant = { keyArn: key.arn, algorithm, validTo, wrappingKey: pair.pkcs8 }
    return {
      KeyId: key.arn,
      ImportToken: await sealToken(crypto, domainKey, iv, grant),
      PublicKey: pair.spki,
      ParametersValidTo: validTo,
    }
  },
})
