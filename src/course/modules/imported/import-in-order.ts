import { claim, lens, see, type Lesson } from '../lesson-definition.ts'

export const importInOrder: Lesson = {
  id: 'import-in-order',
  title: 'The import, in order',
  outcome: 'You can put the steps of an import in order, and say what travels in each.',
  objectives: ['O2.1', 'RW1'],
  minutes: 7,
  sections: [
    {
      title: 'Four steps',
      blocks: [
        {
          list: [
            'Create a key with origin `EXTERNAL`. It is empty.',
            'Ask for parameters: a public key and a token.',
            'Close your bytes under the public key.',
            'Send the closed box and the token.',
          ],
          ordered: true,
        },
        lens('E-13'),
        see({ demo: 'D2' }, 'Seven cards to put in order, with two people who want to stop you.'),
        see({ lab: 'L2.1' }, 'The whole way in a terminal, with every line shown.'),
      ],
    },
    {
      title: 'The key comes first',
      blocks: [
        claim('new-external-key'),
        'Your bytes need a place to go. The box and its label are made for that one place, so the place has to exist before.',
        see({ flow: 1 }, 'An empty key.'),
      ],
    },
    {
      title: 'Ask, wrap, send both',
      blocks: [
        claim('parameters-24-hours'),
        claim('recommended-wrapping-key'),
        claim('unwrapped-in-the-hsm'),
        'Two things come to you, and two things go back. The public key stays on your disk; you used it to close the box. The token goes back with the box. The request carries both: they come from one answer, and they belong together.',
        see({ flow: 6 }, 'What a listener on the line learns.'),
      ],
    },
    {
      title: 'Why wrap, when the line is safe already?',
      blocks: [
        'The connection is encrypted too. Yet connections end somewhere, and requests pass through proxies and logs. The wrapping holds until the HSM. Only there does the private half exist.',
        'And the public key is no secret. Whoever has it can close a box, and open none.',
        see({ flow: 5 }, 'Anyone can close the box, one place can open it.'),
      ],
    },
  ],
}
