import type { MatchItem } from '../../item-definition.ts'

export const rq07: MatchItem = {
  id: 'RQ07',
  type: 'match',
  metric: 'rotation-methods',
  competency: 'ROT-1',
  difficulty: 1,
  lens: 'both',
  stem: 'Four symmetric keys get new material in four ways. Match each key with its way.',
  left: [
    {
      id: 'generated',
      text: 'A key of yours whose material KMS generated.',
      right: 'enable',
      because: 'KMS makes the bytes, so KMS can make new ones by plan.',
    },
    {
      id: 'imported',
      text: 'A key of yours with imported material.',
      right: 'bring',
      because: 'KMS cannot make your bytes.',
    },
    {
      id: 'store',
      text: 'A key in a CloudHSM key store.',
      right: 'new-key',
      because: 'Neither automatic nor on-demand rotation exists there.',
    },
    {
      id: 'aws-managed',
      text: 'An AWS managed key, such as `alias/aws/s3`.',
      right: 'yearly',
      because: 'AWS rotates it each year and offers no switch.',
    },
  ],
  right: [
    { id: 'enable', text: 'Automatic, if you enable it.' },
    { id: 'bring', text: 'Not automatic: the new bytes come from you.' },
    { id: 'new-key', text: 'By a new key that KMS fills, with the alias moved.' },
    { id: 'yearly', text: 'Automatic every year, without a switch.' },
  ],
  slips: [
    {
      left: 'imported',
      right: 'enable',
      misconception: 'M-01',
      because: 'EnableKeyRotation is refused for a key with origin EXTERNAL.',
    },
    {
      left: 'generated',
      right: 'yearly',
      misconception: 'M-03',
      because: 'A key of yours rotates after you enable it, with a period of your choice.',
    },
    {
      left: 'generated',
      right: 'new-key',
      misconception: 'M-03',
      because: 'Automatic rotation is off at first. That does not mean that it is missing.',
    },
    {
      left: 'store',
      right: 'enable',
      misconception: 'M-24',
      because: 'Keys in a custom key store have no automatic rotation.',
    },
    {
      left: 'store',
      right: 'bring',
      misconception: 'M-24',
      because: 'Nothing can be imported into a custom key store.',
    },
  ],
  rests: [
    ['F-205', 'rotateKeys'],
    ['F-207', 'rotateKeys'],
    ['F-352', 'rotateKeys'],
    ['F-353', 'keyStores'],
  ],
  checked: '2026-11-23',
}
