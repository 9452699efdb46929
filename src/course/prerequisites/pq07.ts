import { ask } from './ask.ts'

export const pq07 = ask({
  id: 'PQ07',
  metric: 'compliance-choice',
  competency: 'CMP-7',
  stem: 'A role has an IAM policy that allows `kms:Decrypt` on a key. The key policy names neither the role nor its account, and there is no grant. What does a `Decrypt` call of the role give?',
  options: [
    {
      id: 'denied',
      text: 'An error: access is denied.',
      correct: true,
      because:
        'The key policy is the root of trust. An IAM policy counts when the key policy lets the account in.',
    },
    {
      id: 'works',
      text: 'The plaintext that it asked for.',
      misconception: 'M-00',
      because: 'An IAM policy alone opens no key. The key policy has to let the account in first.',
    },
    {
      id: 'once',
      text: 'The plaintext, for one session.',
      misconception: 'M-00',
      because: 'There is no trial. Without the key policy or a grant there is no access.',
    },
    {
      id: 'ask',
      text: 'A request to the administrator.',
      misconception: 'M-00',
      because: 'KMS asks nobody. It allows or refuses by the policies that are there.',
    },
  ],
  rests: [
    ['F-801', 'policies'],
    ['F-802', 'policies'],
  ],
})
