import { days } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { importBytes, replicatedImport } from '../scene-keys.ts'

export const aq24: ChoiceItem = {
  id: 'AQ24',
  type: 'predict',
  metric: 'availability-risks',
  competency: 'AVL-8',
  difficulty: 3,
  lens: 'both',
  stem: 'K1 is a multi-Region key in eu-west-1. Its replica is in eu-central-1. Both hold the same imported bytes. Amara deletes the material of the replica. What is true now?',
  options: [
    {
      id: 'independent',
      text: 'The replica is Pending import; K1 works on.',
      correct: true,
      because: 'States of related keys are independent. Each Region has an import of its own.',
    },
    {
      id: 'both',
      text: 'Both keys are Pending import from now on.',
      misconception: 'M-23',
      because: 'The bytes in eu-west-1 were imported there and stay there.',
    },
    {
      id: 'filled',
      text: 'KMS fills the replica again, from K1.',
      misconception: 'M-23',
      because: 'KMS does not copy imported material. The replica waits for your import.',
    },
    {
      id: 'gone',
      text: 'The replica is deleted; K1 works on.',
      misconception: 'M-08',
      because: 'The key of the replica stays, and waits for the same bytes.',
    },
  ],
  rests: [
    ['F-345', 'multiRegion'],
    ['F-336', 'deleteMaterial'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const { arn, material } = await replicatedImport(stage, 'K1', 'K1-replica', 'eu-central-1')
    await importBytes(stage, arn.replace('eu-west-1', 'eu-central-1'), material)
  },
  async computes(stage, view) {
    const replica = view.key('K1-replica')?.arn
    await stage.call('DeleteImportedKeyMaterial', { KeyId: replica }, 'KeyCustodian', 'eu-central-1')
    await stage.moveClock(stage.now + days(1))
    const states = [view.state('K1'), view.state('K1-replica') ?? 'gone'].join(' ')
    const says: Record<string, string> = {
      'Enabled PendingImport': 'independent',
      'PendingImport PendingImport': 'both',
      'Enabled Enabled': 'filled',
      'Enabled gone': 'gone',
    }
    return [says[states] ?? states]
  },
}
