import { days } from '../../../world/clock.ts'
import type { TwoWorlds } from '../worlds-definition.ts'
import { call, generatedKey, importedKey, prints, refused, works, travel } from '../script-steps.ts'

export const rotateOnItsOwn: TwoWorlds = {
  id: 'rotate-on-its-own',
  title: 'Let KMS rotate the key',
  differ: 2,
  shows: 'Automatic rotation is for material that KMS can make anew. Yours it cannot.',
  steps: (of) => [
    ...of(generatedKey('K'), importedKey('K')),
    call(
      'EnableKeyRotation',
      { KeyId: '$K', RotationPeriodInDays: 90 },
      of(works, refused('UnsupportedOperationException', 'origin is EXTERNAL')),
    ),
    travel(days(91)),
    call(
      'ListKeyRotations',
      { KeyId: '$K' },
      { query: 'Rotations[].RotationType', ...prints(of('AUTOMATIC', '')) },
    ),
  ],
}
