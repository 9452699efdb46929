import { ask } from './ask.ts'

export const pq05 = ask({
  id: 'PQ05',
  metric: 'compliance-choice',
  competency: 'CMP-1',
  stem: 'Somebody says: "I have a KMS key." What do they have?',
  options: [
    {
      id: 'object',
      text: 'A managed object that refers to material.',
      correct: true,
      because:
        'It has an id, a policy and a state. The secret bytes are its material, in the clear inside the HSM alone.',
    },
    {
      id: 'file',
      text: 'A file of 32 bytes that they can copy.',
      misconception: 'M-00',
      because: 'The bytes of material that KMS made are in no file of theirs.',
    },
    {
      id: 'password',
      text: 'A password for the console of a service.',
      misconception: 'M-00',
      because: 'Who may use a key is decided by policies. A key is no password.',
    },
    {
      id: 'certificate',
      text: 'A certificate with a name and a date.',
      misconception: 'M-00',
      because: 'Certificates belong to other services. A KMS key has an id, and may have an alias.',
    },
  ],
  rests: [
    ['F-101', 'createKey'],
    ['F-102', 'hierarchy'],
  ],
})
