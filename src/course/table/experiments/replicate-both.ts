import { minutes } from '../../../world/clock.ts'
import type { CallStep, Experiment, ScriptStep } from '../experiment-definition.ts'
import {
  bring,
  call,
  createKey,
  drawMaterial,
  encrypt,
  importIt,
  prints,
  quietly,
  refused,
  travel,
  wrapped,
  writeRecord,
} from '../script-steps.ts'

const REPLICA = 'eu-central-1'

const replicate: readonly ScriptStep[] = [
  call(
    'ReplicateKey',
    { KeyId: '$K', ReplicaRegion: REPLICA },
    { query: 'ReplicaKeyMetadata.KeyState', ...prints('Creating') },
  ),
  travel(minutes(5)),
]
const replicaIs = (state: string): CallStep =>
  call('DescribeKey', { KeyId: '$K' }, { region: REPLICA, query: 'KeyMetadata.KeyState', ...prints(state) })

export const replicateBoth: Experiment = {
  id: 'P-11',
  title: 'A multi-Region key gets a replica in a second Region',
  scripts: {
    G: {
      steps: [
        createKey('K', { MultiRegion: true }),
        ...replicate,
        replicaIs('Enabled'),
        ...quietly(writeRecord),
        encrypt('K', { region: REPLICA }),
      ],
      shows: 'KMS copied the material. The replica works on its own.',
    },
    I: {
      steps: [
        createKey('K', { Origin: 'EXTERNAL', MultiRegion: true }),
        ...quietly(drawMaterial()),
        ...bring('K'),
        ...replicate,
        replicaIs('PendingImport'),
        ...quietly(writeRecord),
        encrypt('K', { region: REPLICA, ...refused('KMSInvalidStateException', 'is pending import.') }),
        ...wrapped('K', 'material.bin', REPLICA),
        importIt('K', { ImportType: 'EXISTING_KEY_MATERIAL' }, { region: REPLICA }),
        encrypt('K', { region: REPLICA }),
      ],
      shows: 'The replica came empty. It works since you imported the same bytes there.',
    },
  },
}
