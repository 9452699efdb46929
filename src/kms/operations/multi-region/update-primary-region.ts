import { KmsError } from '../../errors.ts'
import { regionName } from '../../members.ts'
import { operation } from '../../operation.ts'
import { keyId } from '../../shapes.ts'

export const updatePrimaryRegion = operation({
  name: 'UpdatePrimaryRegion',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdatePrimaryRegion.html',
  readOnly: false,
  input: { KeyId: keyId(), PrimaryRegion: regionName() },
  output: {},
  errors: [
    'DisabledException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'UnsupportedOperationException',
  ],
  key: { member: 'KeyId' },
  trail: { request: ['KeyId', 'PrimaryRegion'], response: [] },
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
