import type { MatchItem } from '../../item-definition.ts'
import { generatedWithRecord, importedWithRecord } from '../scene-keys.ts'

export const cq12: MatchItem = {
  id: 'CQ12',
  type: 'match',
  metric: 'compliance-choice',
  competency: 'CMP-1',
  difficulty: 2,
  lens: 'both',
  stem: 'Four statements stand in the documentation of AWS in 2026. Match each with what it is about.',
  left: [
    {
      id: 'sla',
      text: '99.999 % uptime in a month, by the service level agreement.',
      right: 'available',
      because: 'The agreement covers KMS with its standard key store, for both kinds of material.',
    },
    {
      id: 'eleven-nines',
      text: '99.999999999 % durability.',
      right: 'durable',
      because: 'AWS keeps the material that it made. For imported bytes there is no such figure.',
    },
    {
      id: 'empty',
      text: 'After the loss of a whole Region it may be back without material.',
      right: 'imported',
      because: 'KMS restores the key and its metadata. The bytes come from you.',
    },
    {
      id: 'no-sla',
      text: 'No service level agreement.',
      right: 'store',
      because: 'What answers there is your cluster or your proxy.',
    },
  ],
  right: [
    { id: 'available', text: 'Availability of generated and imported keys' },
    { id: 'durable', text: 'Durability of generated material' },
    { id: 'imported', text: 'A key with imported material' },
    { id: 'store', text: 'A key in a custom key store' },
  ],
  slips: [
    {
      left: 'eleven-nines',
      right: 'imported',
      misconception: 'M-26',
      because: 'The figure is for material that KMS generated. Imported bytes are yours to keep.',
    },
    {
      left: 'sla',
      right: 'store',
      misconception: 'M-34',
      because: 'Keys in custom key stores have no agreement.',
    },
    {
      left: 'empty',
      right: 'durable',
      misconception: 'M-26',
      because: 'Generated material is in the care of AWS, and comes back with the key.',
    },
    {
      left: 'no-sla',
      right: 'imported',
      misconception: 'M-26',
      because: 'Imported keys have the same agreement as generated ones.',
    },
  ],
  rests: [
    ['F-201', 'dataProtection'],
    ['F-202', 'durability'],
    ['F-203', 'sla'],
    ['F-203', 'keyStores'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    await generatedWithRecord(stage, 'K1')
    await importedWithRecord(stage, 'K2')
  },
}
