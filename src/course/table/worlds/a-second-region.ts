import { minutes } from '../../../world/clock.ts'
import type { TwoWorlds } from '../worlds-definition.ts'
import {
  bring,
  call,
  createKey,
  drawMaterial,
  encrypt,
  prints,
  quietly,
  refused,
  travel,
  works,
  writeRecord,
} from '../script-steps.ts'

const region = 'eu-central-1'

export const aSecondRegion: TwoWorlds = {
  id: 'a-second-region',
  title: 'Take the key to a second Region',
  differ: 2,
  shows: 'KMS carries its own material over. Yours you carry yourself.',
  steps: (of) => [
    ...quietly(createKey('K', { MultiRegion: true, ...of({}, { Origin: 'EXTERNAL' }) }), writeRecord),
    ...of([], [...quietly(drawMaterial()), ...bring('K')]),
    call(
      'ReplicateKey',
      { KeyId: '$K', ReplicaRegion: region },
      { query: 'ReplicaKeyMetadata.KeyState', ...prints('Creating') },
    ),
    travel(minutes(5)),
    call(
      'DescribeKey',
      { KeyId: '$K' },
      { region, query: 'KeyMetadata.KeyState', ...prints(of('Enabled', 'PendingImport')) },
    ),
    encrypt('K', { region, ...of(works, refused('KMSInvalidStateException', 'is pending import.')) }),
  ],
}
