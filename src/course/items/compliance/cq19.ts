import type { MatchItem } from '../../item-definition.ts'
import { generatedWithRecord, importedWithRecord } from '../scene-keys.ts'
import { keyInCluster } from '../store-keys.ts'

export const cq19: MatchItem = {
  id: 'CQ19',
  type: 'match',
  metric: 'compliance-choice',
  competency: 'CMP-6',
  difficulty: 2,
  lens: 'both',
  stem: 'Four demands, each with more than one solution. Match each demand with the solution that meets it with the least of your own work. One solution is not needed.',
  left: [
    {
      id: 'level',
      text: 'Keys in HSMs with FIPS 140-3 Level 3.',
      right: 'generated',
      because: 'The HSMs of KMS have it.',
    },
    {
      id: 'yearly',
      text: 'New material each year, with nobody at work on the day.',
      right: 'rotating',
      because: 'KMS makes new material by plan once rotation is enabled.',
    },
    {
      id: 'entropy',
      text: 'Proof that the bytes came from your own generator.',
      right: 'imported',
      because: 'You make the bytes, and import brings them in.',
    },
    {
      id: 'tenant',
      text: 'A single-tenant HSM that you administer.',
      right: 'cluster',
      because: 'That is a CloudHSM cluster of yours.',
    },
  ],
  right: [
    { id: 'generated', text: 'A generated key' },
    { id: 'rotating', text: 'A generated key with rotation enabled' },
    { id: 'imported', text: 'An imported key' },
    { id: 'cluster', text: 'A key in a CloudHSM key store' },
    { id: 'external', text: 'A key in an external key store' },
  ],
  slips: [
    {
      left: 'level',
      right: 'cluster',
      misconception: 'M-25',
      because: 'A cluster may meet it too, with much more work.',
    },
    {
      left: 'level',
      right: 'imported',
      misconception: 'M-27',
      because: 'Own bytes change nothing about the HSM.',
    },
    {
      left: 'yearly',
      right: 'imported',
      misconception: 'M-01',
      because: 'Somebody would have to bring new bytes each year.',
    },
    {
      left: 'tenant',
      right: 'external',
      misconception: 'M-34',
      because: 'It would do, with a proxy and a manager to run outside AWS.',
    },
    {
      left: 'entropy',
      right: 'cluster',
      misconception: 'M-24',
      because: 'The cluster makes the key by itself. Nothing is imported.',
    },
  ],
  rests: [
    ['F-355', 'internals'],
    ['F-205', 'rotateKeys'],
    ['F-1111', 'importing'],
    ['F-353', 'keyStores'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const { arn } = await generatedWithRecord(stage, 'K1')
    await stage.call('EnableKeyRotation', { KeyId: arn }, 'KeyAdmin')
    await importedWithRecord(stage, 'K2')
    await keyInCluster(stage, 'K3')
  },
}
