import type { OrderItem } from '../../item-definition.ts'

export const iq01: OrderItem = {
  id: 'IQ01',
  type: 'order',
  metric: 'import-workflow',
  competency: 'IMP-1',
  difficulty: 1,
  lens: 'both',
  stem: 'You bring your own 32 bytes into a new KMS key. Put the import in order.',
  steps: [
    {
      id: 'create',
      text: 'Create a key with origin EXTERNAL.',
      because: 'Parameters belong to a key, so the key comes first.',
    },
    {
      id: 'parameters',
      text: 'Get public key and token.',
      because: 'Before this there is no public key to wrap with.',
    },
    {
      id: 'wrap',
      text: 'Wrap the 32 bytes with the public key.',
      because: 'Until then there is nothing fit to send.',
    },
    {
      id: 'import',
      text: 'Import blob and token.',
      because: 'KMS opens the blob and fills the key.',
    },
    {
      id: 'test',
      text: 'Encrypt and decrypt a test value.',
      because: 'A state is a promise. A value that comes back is the proof.',
    },
  ],
  slips: [
    {
      first: 'parameters',
      later: 'create',
      misconception: 'M-16',
      because: 'A set of parameters belongs to one key. Without a key there is nothing to ask for.',
    },
    {
      first: 'wrap',
      later: 'parameters',
      misconception: 'M-18',
      because: 'The bytes are closed with the public key that KMS gives you, so it has to be there.',
    },
    {
      first: 'import',
      later: 'wrap',
      misconception: 'M-18',
      because: 'What is sent is the wrapped blob. The bytes as they are stay with you.',
    },
    {
      first: 'test',
      later: 'import',
      misconception: 'M-00',
      because: 'Before the import the key is Pending import and refuses Encrypt.',
    },
  ],
  rests: [
    ['F-301', 'importing'],
    ['F-303', 'publicKeyAndToken'],
    ['F-313', 'importStep'],
  ],
  checked: '2026-11-23',
}
