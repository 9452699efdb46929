import { days } from '../../../world/clock.ts'
import type { MatchItem } from '../../item-definition.ts'
import { importBytes, replicatedImport, until } from '../scene-keys.ts'

export const aq25: MatchItem = {
  id: 'AQ25',
  type: 'match',
  metric: 'availability-risks',
  competency: 'AVL-8',
  difficulty: 2,
  lens: 'today',
  stem: 'A multi-Region key with imported material has a replica. With the API of today, match each property with where it is decided.',
  left: [
    {
      id: 'id',
      text: 'The key ID.',
      right: 'shared',
      because: 'Related keys have one ID, and ARNs that differ in the Region.',
    },
    {
      id: 'state',
      text: 'The state of the key.',
      right: 'each',
      because: 'One may be Enabled while the other is Pending import.',
    },
    {
      id: 'end',
      text: 'The end of the material.',
      right: 'each',
      because: 'Each import names its own date, in its own Region.',
    },
    {
      id: 'rotation',
      text: 'A rotation on demand.',
      right: 'primary',
      because: 'It is called on the primary, when the new bytes are in every Region.',
    },
  ],
  right: [
    { id: 'shared', text: 'Shared by all Regions from the start' },
    { id: 'each', text: 'Decided in each Region on its own' },
    { id: 'primary', text: 'Asked for at the primary, for all' },
  ],
  slips: [
    {
      left: 'end',
      right: 'shared',
      misconception: 'M-23',
      because: 'An import reaches one Region, and its date too.',
    },
    {
      left: 'state',
      right: 'shared',
      misconception: 'M-23',
      because: 'Material that is missing in one Region stops the key of that Region.',
    },
    {
      left: 'rotation',
      right: 'each',
      misconception: 'M-02',
      because: 'Related keys rotate together. The replica takes no such call.',
    },
    {
      left: 'id',
      right: 'each',
      misconception: 'M-21',
      because: "Related keys have the same ID, and open each other's ciphertext.",
    },
  ],
  rests: [
    ['F-345', 'multiRegion'],
    ['F-346', 'importStep'],
    ['F-210', 'rotateOnDemand'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const { arn, material } = await replicatedImport(stage, 'K1', 'K1-replica', 'eu-central-1')
    await importBytes(stage, arn.replace('eu-west-1', 'eu-central-1'), material, until(stage.now + days(60)))
  },
}
