import type { Experiment } from '../experiment-definition.ts'
import {
  bring,
  call,
  createKey,
  decrypt,
  encrypt,
  importedKey,
  local,
  quietly,
  RECORD,
  prints,
  refused,
  writeRecord,
} from '../script-steps.ts'

const idOf = (name: string, into: string) =>
  call('DescribeKey', { KeyId: `$${name}` }, { query: 'KeyMetadata.CurrentKeyMaterialId', goes: { into } })

export const sameBytesTwoKeys: Experiment = {
  id: 'P-15',
  title: 'The same bytes in two keys',
  scripts: {
    I: {
      steps: [
        ...importedKey('A'),
        ...quietly(createKey('B', { Origin: 'EXTERNAL' })),
        ...bring('B'),
        ...quietly(writeRecord),
        idOf('A', 'ID_A'),
        idOf('B', 'ID_B'),
        local(
          '[ $ID_A = $ID_B ] || echo different',
          (desk) => (desk.variable('ID_A') === desk.variable('ID_B') ? '' : 'different'),
          { prints: 'different' },
        ),
        encrypt('A'),
        call(
          'Decrypt',
          { KeyId: '$B', CiphertextBlob: { file: 'record.enc' } },
          { query: 'Plaintext', goes: 'decoded', ...refused('IncorrectKeyException') },
        ),
        decrypt(prints(RECORD)),
      ],
      shows: 'One and the same 32 bytes, and key B does not open what key A closed.',
    },
  },
}
