import type { Bytes } from '../../bytes/bytes.ts'
import { encodeHex } from '../../bytes/hex.ts'
import { operations } from '../../kms/operations/index.ts'
import { claim, see } from '../modules/lesson-definition.ts'
import type { Demo, Done } from './demo-definition.ts'
import { shown } from './shown.ts'
import { demoTitles } from './titles.ts'

const KEY = 'K'
/** Members of answers in which plaintext bytes come out. */
const PLAIN = ['Plaintext', 'PrivateKeyPlaintext', 'SharedSecret'] as const
const WHOSE: Readonly<Record<string, string>> = {
  Decrypt: 'your own data',
  GenerateDataKey: 'a new data key',
  GenerateDataKeyPair: 'a new data key pair',
  GenerateRandom: 'random bytes',
  DeriveSharedSecret: 'a secret shared with another key',
  Encapsulate: 'a new shared secret',
  Decapsulate: 'a shared secret',
}

/** What an answer holds, whatever it is: had there been bytes, they would be seen. */
const named = (output: Readonly<Record<string, unknown>>) =>
  Object.entries(output).map(([name, value]) => `${name}: ${String(value)}`)

const ACTS = ['root', 'public', 'support', 'download', 'snapshot'] as const
const gaveBytes = (done: Done, id: string) =>
  (done.get(id) ?? []).some(({ output = [] }) => output.some((line) => line.startsWith('KeyMaterial:')))

/** D1: five ways to get at generated material, and none leads there. */
export const theKeyYouCannotHold: Demo = {
  code: 'D1',
  ...demoTitles.D1,
  objectives: ['O1.3'],
  competencies: ['CMP-7', 'IMP-8'],
  story: [
    'Ben has a key that KMS made. His manager wants a copy of its bytes in the office safe.',
    'Five buttons promise one. Bet first, then press all five.',
  ],
  keys: [{ says: 'alias/intake', find: ({ view }) => view.key(KEY) }],
  bets: [
    {
      id: 'd1-which',
      asks: 'Which of the five brings you the bytes of the key?',
      options: [
        {
          id: 'root',
          text: 'Read it as root',
          misconception: 'M-20',
          because: 'For that, there would have to be an operation. A right to do anything does not add one.',
        },
        {
          id: 'public',
          text: 'Ask for its public key',
          misconception: 'M-18',
          because: 'For that, the key would need a public half, and even then the secret half would stay.',
        },
        {
          id: 'support',
          text: 'Ask support to read it',
          misconception: 'M-20',
          because: 'For that, support would need an operation too. The list of operations has none.',
        },
        {
          id: 'download',
          text: 'Download what KMS knows',
          misconception: 'M-19',
          because: 'For that, the description would have to hold the bytes. It holds an ID of them.',
        },
        {
          id: 'snapshot',
          text: 'Copy the disk of the HSM',
          because: 'For that, something would have to reach the HSM. No operation does.',
        },
        {
          id: 'none',
          text: 'None of the five',
          correct: true,
          because: 'The plaintext of generated material stays in the HSM, and no operation returns it.',
        },
      ],
      settled: (done) =>
        ACTS.every((id) => done.has(id)) ? (ACTS.find((id) => gaveBytes(done, id)) ?? 'none') : undefined,
    },
  ],
  acts: [
    {
      id: 'root',
      label: 'Read it as root',
      says: 'Root may do everything that exists. This does not exist: KMS knows no operation of that name.',
      async run(player) {
        const answer = await player.call('ExportKeyMaterial', { KeyId: player.arn(KEY) }, undefined, 'root')
        return [
          shown('POST / with X-Amz-Target: TrentService.ExportKeyMaterial, signed as root', answer, named),
        ]
      },
    },
    {
      id: 'public',
      label: 'Ask for its public key',
      says: 'A symmetric key has no public half. For a pair you would get the half that is no secret.',
      async run(player) {
        const answer = await player.call('GetPublicKey', { KeyId: player.arn(KEY) })
        return [shown('aws kms get-public-key --key-id alias/intake', answer, named)]
      },
    },
    {
      id: 'support',
      label: 'Ask support to read it',
      says: 'Whoever you ask has the same list. These operations return something readable, and none returns the material.',
      run() {
        const plain = [...operations].filter(([, { output }]) => PLAIN.some((member) => member in output))
        return Promise.resolve([
          {
            note: true,
            line: `${operations.size} operations; those with readable bytes in the answer:`,
            output: plain.map(([name]) => `${name}: ${WHOSE[name] ?? 'readable bytes'}`),
          },
        ])
      },
    },
    {
      id: 'download',
      label: 'Download what KMS knows',
      says: 'An ID, an origin, a state. The ID of the material is a name for it. A data key is new each time you ask.',
      async run(player) {
        const arn = player.arn(KEY)
        const describe = await player.call('DescribeKey', { KeyId: arn })
        const dataKey = () => player.call('GenerateDataKey', { KeyId: arn, KeySpec: 'AES_256' })
        const firstBytes = (output: Readonly<Record<string, unknown>>) => [
          `Plaintext: ${encodeHex((output.Plaintext as Bytes).slice(0, 8))}… (32 bytes)`,
        ]
        return [
          shown('aws kms describe-key --key-id alias/intake', describe, ({ KeyMetadata }) => {
            const metadata = KeyMetadata as Readonly<Record<string, unknown>>
            return ['Origin', 'KeyState', 'CurrentKeyMaterialId'].map(
              (name) => `${name}: ${String(metadata[name])}`,
            )
          }),
          shown(
            'aws kms generate-data-key --key-id alias/intake --key-spec AES_256',
            await dataKey(),
            firstBytes,
          ),
          shown(
            'aws kms generate-data-key --key-id alias/intake --key-spec AES_256',
            await dataKey(),
            firstBytes,
          ),
        ]
      },
    },
    {
      id: 'snapshot',
      label: 'Copy the disk of the HSM',
      says: 'There is nothing to run here: no operation reaches the HSM. This one rests on what AWS states.',
      run: () =>
        Promise.resolve([
          { note: true, line: 'No operation to run. A statement of AWS:', claim: 'generated-in-the-hsm' },
        ]),
    },
  ],
  after: [
    {
      title: 'What you saw',
      blocks: [
        'Two requests were refused. The others gave names, lists and data keys, and no material. It was never a question of rights: a policy can allow what exists, and nothing else.',
        claim('no-export'),
        'So the safe in the office stays empty, and it may. Nobody has to guard a copy that cannot be made.',
        claim('generated-durability'),
      ],
    },
    {
      title: 'If a rule asks for a copy',
      blocks: [
        'Then the bytes have to be yours before KMS has them. That is what an import is for, and it brings duties.',
        see({ lab: 'L1.2' }, 'You collect this proof for an auditor.'),
      ],
    },
  ],
  async start(stage) {
    const { KeyMetadata } = await stage.call(
      'CreateKey',
      { Description: 'Fernhill Trials, intake' },
      'KeyAdmin',
    )
    const { Arn } = KeyMetadata as { readonly Arn: string }
    stage.name(KEY, Arn)
    await stage.call('CreateAlias', { AliasName: 'alias/intake', TargetKeyId: Arn }, 'KeyAdmin')
  },
}
