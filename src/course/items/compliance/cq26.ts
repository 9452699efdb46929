import type { MatchItem } from '../../item-definition.ts'
import { drawOrg } from '../slot-values.ts'

export const cq26: MatchItem = {
  id: 'CQ26',
  type: 'match',
  metric: 'compliance-choice',
  competency: 'CMP-7',
  difficulty: 3,
  lens: 'today',
  stem: '{org} writes its rules for imported keys into policies, with the API of 2026. Match each rule with the condition key that enforces it.',
  left: [
    {
      id: 'origin',
      text: 'New keys are for imported material.',
      right: 'key-origin',
      because: 'It is looked at when the key is created.',
    },
    {
      id: 'date',
      text: 'Material has to have an end.',
      right: 'expiration',
      because: 'It is looked at with each `ImportKeyMaterial`.',
    },
    {
      id: 'latest',
      text: 'Material ends this year at the latest.',
      right: 'valid-to',
      because: 'It is the end that an import names, as Unix time. A policy can set the latest one.',
    },
    {
      id: 'wrapping',
      text: 'The wrapping key is RSA_4096.',
      right: 'wrapping-spec',
      because: 'It is looked at with `GetParametersForImport`.',
    },
    {
      id: 'window',
      text: 'A deletion waits 30 days.',
      right: 'window',
      because: 'It is looked at with `ScheduleKeyDeletion`.',
    },
  ],
  right: [
    { id: 'key-origin', text: '`kms:KeyOrigin`' },
    { id: 'expiration', text: '`kms:ExpirationModel`' },
    { id: 'valid-to', text: '`kms:ValidTo`' },
    { id: 'wrapping-spec', text: '`kms:WrappingKeySpec`' },
    { id: 'window', text: '`kms:ScheduleKeyDeletionPendingWindowInDays`' },
    { id: 'rotation', text: '`kms:RotationPeriodInDays`' },
  ],
  slips: [
    {
      left: 'date',
      right: 'window',
      misconception: 'M-08',
      because: 'That is about the end of the key. The rule is about the end of the material.',
    },
    {
      left: 'latest',
      right: 'rotation',
      misconception: 'M-01',
      because: 'Imported keys have no rotation period. Their material has an end.',
    },
    {
      left: 'date',
      right: 'valid-to',
      misconception: 'M-35',
      because:
        'That is about how late the end may be. Whether there is one at all is what the expiration model says.',
    },
    {
      left: 'wrapping',
      right: 'key-origin',
      misconception: 'M-28',
      because: 'The origin says where material comes from, not how it travels.',
    },
  ],
  rests: [
    ['F-806', 'conditions'],
    ['F-807', 'conditions'],
    ['F-808', 'conditions'],
    ['F-809', 'conditions'],
    ['F-812', 'conditions'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
}
