import type { ChoiceItem } from '../../item-definition.ts'
import { drawOrg } from '../slot-values.ts'

export const cq16: ChoiceItem = {
  id: 'CQ16',
  type: 'single',
  metric: 'compliance-choice',
  competency: 'CMP-7',
  difficulty: 2,
  lens: 'both',
  stem: 'In one account of {org}, only keys with imported material may be created. Which guardrail holds from the first moment?',
  options: [
    {
      id: 'create',
      text: 'Deny `kms:CreateKey` unless `kms:KeyOrigin` is EXTERNAL.',
      correct: true,
      because: 'The origin is chosen at creation and stays. So that is the moment to look at it.',
    },
    {
      id: 'later',
      text: 'Deny `kms:Encrypt` until `kms:KeyOrigin` was changed.',
      misconception: 'M-28',
      because: 'An origin never changes. The wrong key would be there already.',
    },
    {
      id: 'tag',
      text: 'Deny `kms:TagResource` unless a tag on the key says imported.',
      misconception: 'M-00',
      because: 'A tag is a word that people write. It says nothing about the material.',
    },
    {
      id: 'alias',
      text: 'Deny `kms:CreateAlias` unless the name says imported.',
      misconception: 'M-04',
      because: 'An alias is a name. A key with that name may have any origin.',
    },
  ],
  rests: [
    ['F-806', 'conditions'],
    ['F-106', 'createKey'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
}
