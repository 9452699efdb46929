import { days } from '../../../world/clock.ts'
import type { MatchItem } from '../../item-definition.ts'
import { generatedWithRecord, importedWithRecord } from '../scene-keys.ts'
import { keyBehindProxy, keyInCluster } from '../store-keys.ts'

export const cq07: MatchItem = {
  id: 'CQ07',
  type: 'match',
  metric: 'compliance-choice',
  competency: 'CMP-5',
  difficulty: 2,
  lens: 'both',
  stem: 'Four wishes, four kinds of symmetric keys. Match each wish with the kind that has it.',
  left: [
    {
      id: 'rotation',
      text: 'New material each year, made by KMS without a call.',
      right: 'generated',
      because: 'KMS makes these bytes, so it can make new ones by plan.',
    },
    {
      id: 'expiry',
      text: 'Material that ends on a date.',
      right: 'imported',
      because: 'An import may carry a date. No other kind has one.',
    },
    {
      id: 'own-hsm',
      text: 'A single-tenant HSM in AWS under your control.',
      right: 'cluster',
      because: 'The store uses your own CloudHSM cluster.',
    },
    {
      id: 'outside',
      text: 'A key that stays outside AWS.',
      right: 'external',
      because: 'KMS sends requests to your proxy. The key stays in your manager.',
    },
  ],
  right: [
    { id: 'generated', text: 'Generated' },
    { id: 'imported', text: 'Imported' },
    { id: 'cluster', text: 'CloudHSM key store' },
    { id: 'external', text: 'External key store' },
  ],
  slips: [
    {
      left: 'rotation',
      right: 'imported',
      misconception: 'M-01',
      because: '`EnableKeyRotation` is refused for a key with origin EXTERNAL.',
    },
    {
      left: 'rotation',
      right: 'cluster',
      misconception: 'M-24',
      because: 'Keys in custom key stores have no rotation in place.',
    },
    {
      left: 'own-hsm',
      right: 'imported',
      misconception: 'M-24',
      because: 'Imported material works in the HSMs that KMS runs, not in one of yours.',
    },
    {
      left: 'outside',
      right: 'imported',
      misconception: 'M-19',
      because: 'KMS holds a copy of imported material and works with it.',
    },
    {
      left: 'expiry',
      right: 'external',
      misconception: 'M-34',
      because: 'KMS sets no date there. Its owner can cut the key off in the manager.',
    },
  ],
  rests: [
    ['F-205', 'rotateKeys'],
    ['F-315', 'importStep'],
    ['F-353', 'keyStores'],
    ['F-354', 'keyStores'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    await generatedWithRecord(stage, 'K1')
    await importedWithRecord(stage, 'K2', stage.now + days(90))
    await keyInCluster(stage, 'K3')
    await keyBehindProxy(stage, 'K4')
  },
}
