import type { TwoWorlds } from '../worlds-definition.ts'
import { call, generatedKey, importedKey, moment, prints, refused, works } from '../script-steps.ts'

export const rotateOnDemand: TwoWorlds = {
  id: 'rotate-on-demand',
  title: 'Rotate the key now',
  differ: 2,
  shows: 'Both rotate on demand. With imported material the new bytes have to be there first.',
  steps: (of) => [
    ...of(generatedKey('K'), importedKey('K')),
    call(
      'RotateKeyOnDemand',
      { KeyId: '$K' },
      {
        query: 'KeyId',
        ...of(works, refused('KMSInvalidStateException', 'No available key material pending rotation')),
      },
    ),
    moment,
    call(
      'ListKeyRotations',
      { KeyId: '$K' },
      { query: 'Rotations[].RotationType', ...prints(of('ON_DEMAND', '')) },
    ),
  ],
}
