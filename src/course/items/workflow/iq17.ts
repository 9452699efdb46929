import { minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { emptyKeyWithSet, sendBlob } from '../scene-keys.ts'

export const iq17: ChoiceItem = {
  id: 'IQ17',
  type: 'log',
  metric: 'import-workflow',
  competency: 'IMP-7',
  difficulty: 3,
  lens: 'both',
  stem: 'Amara prepared two imports. The one into Ka failed. The log never holds a token. Read it. What is the likeliest cause?',
  options: [
    {
      id: 'other-token',
      text: 'The token of Kb was sent with the import into Ka.',
      correct: true,
      because: 'The answer is about the label, and Kb had its own set {m} minutes before.',
    },
    {
      id: 'ExpiredImportTokenException',
      text: 'The token of Ka was too old when it was sent.',
      misconception: 'M-17',
      because: 'The set of Ka was not an hour old. The answer would also be `ExpiredImportTokenException`.',
    },
    {
      id: 'InvalidCiphertextException',
      text: 'The blob was closed with another hash than asked for.',
      misconception: 'M-15',
      because: 'The answer would be `InvalidCiphertextException`.',
    },
    {
      id: 'IncorrectKeyMaterialException',
      text: 'The bytes in the blob were not the ones Ka expects.',
      misconception: 'M-07',
      because: 'Ka has never had material. The answer would also be `IncorrectKeyMaterialException`.',
    },
  ],
  rests: [
    ['F-322', 'importKeyMaterial'],
    ['F-703', 'importRecord'],
    ['F-707', 'parametersRecord'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ m: String(draw.whole(8, 25)) }),
  async scene(stage, slots) {
    const a = await emptyKeyWithSet(stage, 'Ka')
    await stage.moveClock(stage.now + minutes(5))
    const b = await emptyKeyWithSet(stage, 'Kb')
    await stage.moveClock(stage.now + minutes(Number(slots.m)))
    await outcome(sendBlob(stage, a.arn, await stage.wrap(a.publicKey, a.material), b.token))
    await stage.moveClock(stage.now + minutes(2))
    await sendBlob(stage, b.arn, await stage.wrap(b.publicKey, b.material), b.token)
  },
  async computes(_stage, view) {
    const failed = view.scene().find((event) => event.eventName === 'ImportKeyMaterial' && event.errorCode)
    const sets = view.scene().filter(({ eventName }) => eventName === 'GetParametersForImport')
    const keys = new Set(sets.map(({ resources }) => resources?.[0]?.ARN))
    const mixed = failed?.errorCode === 'InvalidImportTokenException' && keys.size === 2
    return [mixed ? 'other-token' : (failed?.errorCode ?? 'ok')]
  },
}
