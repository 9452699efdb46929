import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'
import { drawAlias } from '../slot-values.ts'

export const rq14: ChoiceItem = {
  id: 'RQ14',
  type: 'multi',
  metric: 'rotation-methods',
  competency: 'ROT-4',
  difficulty: 3,
  lens: 'both',
  stem: '{alias} has moved from K1 to K2; the old data is under K1. Which two calls can go on with the alias and do what is wanted?',
  options: [
    {
      id: 'encrypt',
      text: '`Encrypt` of new data, the alias as KeyId.',
      correct: true,
      because: 'New data shall go to K2, and the alias names K2.',
    },
    {
      id: 'data-key',
      text: '`GenerateDataKey`, with the alias as KeyId.',
      correct: true,
      because: 'A new data key shall be closed under K2.',
    },
    {
      id: 'decrypt',
      text: '`Decrypt` of old data, the alias as KeyId.',
      misconception: 'M-04',
      because: 'The alias names K2, which did not make it: IncorrectKeyException.',
    },
    {
      id: 'delete',
      text: '`ScheduleKeyDeletion` of K1, by the alias.',
      misconception: 'M-00',
      because: 'This call takes a key id or a key ARN. An alias is refused.',
    },
    {
      id: 're-encrypt',
      text: '`ReEncrypt` of old data, alias as SourceKeyId.',
      misconception: 'M-04',
      because: 'The source is K1. The alias names K2: IncorrectKeyException.',
    },
  ],
  rests: [
    ['F-505', 'aliases'],
    ['F-505', 'scheduleKeyDeletion'],
    ['F-621', 'decrypt'],
  ],
  checked: '2026-11-23',
  choose: 2,
  slots: (draw) => ({ alias: drawAlias(draw) }),
  async scene(stage, slots) {
    const k1 = await importedWithRecord(stage, 'K1')
    const k2 = await importedWithRecord(stage, 'K2')
    await stage.call('CreateAlias', { AliasName: slots.alias, TargetKeyId: k1.arn }, 'KeyAdmin')
    await stage.call('UpdateAlias', { AliasName: slots.alias, TargetKeyId: k2.arn }, 'KeyAdmin')
  },
}
