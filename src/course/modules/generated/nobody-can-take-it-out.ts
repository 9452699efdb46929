import { claim, lens, see, type Lesson } from '../lesson-definition.ts'

export const nobodyCanTakeItOut: Lesson = {
  id: 'nobody-can-take-it-out',
  title: 'Nobody can take it out',
  outcome: 'You can show an auditor that no call returns key material, and what a data key is instead.',
  objectives: ['O1.3'],
  minutes: 6,
  sections: [
    {
      title: 'Where the plaintext is',
      blocks: [
        claim('generated-in-the-hsm'),
        claim('no-export'),
        'This is not a question of rights. A policy can allow calls, and there is no call for this. An administrator, the root user and support all meet the same wall.',
        see({ demo: 'D1' }, 'Five buttons that try, and the true answer to each.'),
        lens('E-8'),
      ],
    },
    {
      title: 'What comes out is a data key',
      blocks: [
        claim('data-key-is-yours'),
        'Call it twice and you hold two different keys. Neither is the material of the KMS key. Each was made for you and then forgotten by the service.',
        'This is envelope encryption. The data key closes the data. The KMS key closes the data key. You store the closed data key beside the data.',
        see({ lab: 'L1.2' }, 'You name which bytes are which, and collect the proof.'),
      ],
    },
    {
      title: 'What a record shows',
      blocks: [
        claim('failed-calls-too'),
        claim('never-recorded'),
        'So write no secret into an encryption context. Write what helps to find the record: a study, a customer, an object.',
        claim('context-is-bound'),
        see({ error: 'InvalidCiphertextException' }, 'What Decrypt answers when the context differs.'),
      ],
    },
  ],
}
