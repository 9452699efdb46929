import type { ChoiceItem } from '../../item-definition.ts'
import { drawOrg } from '../slot-values.ts'
import { keyBehindProxy } from '../store-keys.ts'

export const cq10: ChoiceItem = {
  id: 'CQ10',
  type: 'multi',
  choose: 2,
  metric: 'compliance-choice',
  competency: 'CMP-4',
  difficulty: 3,
  lens: 'both',
  stem: '{org} plans an external key store. Which two statements about it are true?',
  options: [
    {
      id: 'proxy',
      text: 'Each use of a key asks your proxy.',
      correct: true,
      because:
        'KMS sends encrypt and decrypt requests to it. Your manager does its part with the outside key.',
    },
    {
      id: 'uptime',
      text: 'Its latency and uptime are yours.',
      correct: true,
      because: 'The proxy has to answer within 250 ms, and nobody but you keeps it running.',
    },
    {
      id: 'sla',
      text: 'The SLA of AWS covers its keys.',
      misconception: 'M-34',
      because: 'Keys in custom key stores have no SLA.',
    },
    {
      id: 'copy',
      text: 'KMS holds a copy of your key.',
      misconception: 'M-34',
      because: 'The outside key stays in your manager. That is the point of the store.',
    },
    {
      id: 'rsa',
      text: 'It takes RSA keys for signing.',
      misconception: 'M-00',
      because: 'Keys in a custom key store are for symmetric encryption.',
    },
  ],
  rests: [
    ['F-354', 'keyStores'],
    ['F-203', 'keyStores'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
  scene: async (stage) => void (await keyBehindProxy(stage, 'K4')),
}
