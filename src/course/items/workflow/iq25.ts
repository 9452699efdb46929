import type { OrderItem } from '../../item-definition.ts'

export const iq25: OrderItem = {
  id: 'IQ25',
  type: 'order',
  metric: 'import-workflow',
  competency: 'IMP-1',
  difficulty: 3,
  lens: 'both',
  stem: 'A new imported key has to work in eu-west-1 and, as its replica, in eu-central-1. Put the way there in order.',
  steps: [
    {
      id: 'create',
      text: 'Create a multi-Region key with origin EXTERNAL in eu-west-1.',
      because: 'What is not made for several Regions cannot be replicated later.',
    },
    {
      id: 'import',
      text: 'Import the 32 bytes into it.',
      because: 'KMS refuses to replicate a key that is Pending import.',
    },
    {
      id: 'replicate',
      text: 'Replicate it to eu-central-1.',
      because: 'The replica has the same key ID and no material.',
    },
    {
      id: 'parameters',
      text: 'Get parameters for the replica, in eu-central-1.',
      because: 'A set belongs to one key in one Region.',
    },
    {
      id: 'import-there',
      text: 'Import the same bytes into the replica.',
      because: 'KMS does not copy imported material between Regions.',
    },
    {
      id: 'test',
      text: 'Decrypt in eu-central-1 what eu-west-1 encrypted.',
      because: "Related keys open each other's ciphertext.",
    },
  ],
  slips: [
    {
      first: 'test',
      later: 'import-there',
      misconception: 'M-23',
      because: 'The replica is empty until you import into it.',
    },
    {
      first: 'replicate',
      later: 'import',
      misconception: 'M-23',
      because: 'An empty key is Pending import, and KMS refuses to replicate it.',
    },
    {
      first: 'parameters',
      later: 'replicate',
      misconception: 'M-16',
      because: 'The replica has to be there: its set is made for it and for no other key.',
    },
    {
      first: 'import-there',
      later: 'parameters',
      misconception: 'M-13',
      because: 'The set of the first import fits the first key.',
    },
  ],
  rests: [
    ['F-345', 'multiRegion'],
    ['F-405', 'keyState'],
    ['F-320', 'createKey'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const { KeyMetadata } = await stage.call(
      'CreateKey',
      { Origin: 'EXTERNAL', MultiRegion: true, Description: 'K4: trial records' },
      'KeyAdmin',
    )
    stage.name('K4', (KeyMetadata as { readonly Arn: string }).Arn)
    stage.putFile('K4.bin', stage.random(32))
  },
}
