import { claim, lens, see } from '../modules/lesson-definition.ts'
import { externalKey } from '../stage-import.ts'
import { deliver, eveTries, OTHER, swapToken } from './deliver.ts'
import { DELIVERED, type Demo } from './demo-definition.ts'
import { demoTitles } from './titles.ts'

/** D2: seven cards bring 32 bytes past a listener and a forger. */
export const theCourierPuzzle: Demo = {
  code: 'D2',
  ...demoTitles.D2,
  objectives: ['O2.1', 'O2.2'],
  competencies: ['IMP-1', 'IMP-2', 'IMP-3'],
  story: [
    'Amara has to bring 32 bytes from her HSM into a KMS key. Eve listens on the line. Mallory can swap what travels.',
    'Bet first. Then put the seven cards in order, decide three things, and deliver.',
  ],
  keys: [
    {
      says: 'Key of sponsor B',
      find: ({ view }) => view.keys().find(({ arn }) => arn !== view.arnOf(OTHER)),
    },
  ],
  bets: [
    {
      id: 'd2-eve',
      asks: 'Eve copies all that travels: public key, token and closed box. What can she do with it?',
      options: [
        {
          id: 'open',
          text: 'Open the box with the public key',
          misconception: 'M-18',
          because: 'For that, the half that closes would have to open as well. Only the private half opens.',
        },
        {
          id: 'login',
          text: 'Use the token as a login',
          misconception: 'M-16',
          because: 'For that, the token would have to name a caller. It ties a public key to a KMS key.',
        },
        {
          id: 'nothing',
          text: 'Nothing that gives her the bytes',
          correct: true,
          because: 'The private half never left the HSM, and the box is all she has.',
        },
      ],
      settled: (done) => {
        const tries = done.get('eve')
        return tries && (tries.every(({ refused }) => refused) ? 'nothing' : 'open')
      },
    },
    {
      id: 'd2-mallory',
      asks: 'Mallory replaces your token by the token of another key. What happens?',
      options: [
        {
          id: 'refused',
          text: 'KMS refuses, and the key stays empty',
          correct: true,
          because:
            'The token was made for another key, and KMS refuses an import whose token names another key.',
        },
        {
          id: 'elsewhere',
          text: 'The bytes land in the other key',
          misconception: 'M-16',
          because: 'For that, the token would have to address the import. The request names the key.',
        },
        {
          id: 'through',
          text: 'It works: any valid token will do',
          misconception: 'M-16',
          because: 'For that, a token would have to fit any key. It fits one key and one public key.',
        },
      ],
      settled: (done, player) => {
        const swapped = done.get('mallory')?.at(-1)
        if (!swapped) return undefined
        if (swapped.refused) return 'refused'
        return player.view.state(OTHER) === 'Enabled' ? 'elsewhere' : 'through'
      },
    },
  ],
  puzzle: {
    cards: [
      { id: 'wrap', text: 'Close the bytes in the box' },
      { id: 'send', text: 'Send it to KMS' },
      { id: 'create', text: 'Create the empty key' },
      { id: 'fingerprint', text: 'Note the fingerprint of the bytes' },
      { id: 'decode', text: 'Decode public key and token into files' },
      { id: 'bytes', text: 'Make the material' },
      { id: 'ask', text: 'Ask KMS for a public key and a token' },
    ],
    choices: [
      {
        id: 'form',
        asks: 'The material is',
        options: [
          { id: 'text', text: '32 random bytes, written as base64 text' },
          { id: 'raw', text: '32 raw bytes' },
        ],
      },
      {
        id: 'lock',
        asks: 'The box closes under',
        options: [
          { id: 'other', text: 'the public key that another key got' },
          { id: 'kms', text: 'the public key that KMS gave you' },
        ],
      },
      {
        id: 'load',
        asks: 'What you send is',
        options: [
          { id: 'box', text: 'the closed box alone' },
          { id: 'both', text: 'the closed box and the token' },
          { id: 'plain', text: 'the bytes as they are, and the token' },
        ],
      },
    ],
    deliver,
  },
  acts: [
    {
      id: 'eve',
      label: 'Let Eve try',
      needs: DELIVERED,
      says: 'She tried your box as a ciphertext, and then in a key of hers. KMS opened it for neither.',
      run: eveTries,
    },
    {
      id: 'mallory',
      label: 'Let Mallory swap the token',
      needs: DELIVERED,
      says: 'The label named another key. KMS refused, and the new key stayed empty.',
      run: swapToken,
    },
  ],
  after: [
    {
      title: 'What kept the bytes safe',
      blocks: [
        'Not secrecy of the public key, and not only the line. The box can be opened in one place alone, and the label ties it to one key for a day.',
        claim('parameters-24-hours'),
        claim('unwrapped-in-the-hsm'),
        claim('thirty-two-raw-bytes'),
        lens('E-13'),
      ],
    },
    {
      title: 'See it drawn',
      blocks: [
        see({ flow: 6 }, 'The same journey with real values, and what Eve knows at each beat.'),
        see({ lab: 'L2.1' }, 'Now with your own hands, line by line.'),
      ],
    },
  ],
  async start(stage) {
    await externalKey(stage, OTHER, 'A key that Eve and Mallory can use')
  },
}
