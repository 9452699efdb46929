import { minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { emptyKeyWithSet, parametersOf, putSet, sendBlob } from '../scene-keys.ts'

export const iq28: ChoiceItem = {
  id: 'IQ28',
  type: 'log',
  metric: 'import-workflow',
  competency: 'IMP-7',
  difficulty: 3,
  lens: 'both',
  stem: 'Amara asked twice for parameters of K2, as the first choice was a mistake. The first import failed, the second worked. Read the log. Which cause fits the failure?',
  options: [
    {
      id: 'box',
      text: 'The blob was closed for the first set, the token was of the second.',
      correct: true,
      because: 'The label was good, and the box did not open: another pair, another hash.',
    },
    {
      id: 'InvalidImportTokenException',
      text: 'The token that was sent had been given out for an import into another key.',
      misconception: 'M-16',
      because: 'The answer would be `InvalidImportTokenException`.',
    },
    {
      id: 'ExpiredImportTokenException',
      text: 'The token of the second set had run out before it was sent.',
      misconception: 'M-17',
      because: 'It was minutes old. The answer would be `ExpiredImportTokenException`.',
    },
    {
      id: 'IncorrectKeyMaterialException',
      text: 'The blob held base64 text in place of the 32 raw bytes.',
      misconception: 'M-14',
      because: 'The box would have opened then, and KMS would have refused the content.',
    },
  ],
  rests: [
    ['F-323', 'importKeyMaterial'],
    ['F-707', 'parametersRecord'],
    ['F-304', 'publicKeyAndToken'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ m: String(draw.whole(6, 20)) }),
  async scene(stage, slots) {
    const sha1 = { WrappingAlgorithm: 'RSAES_OAEP_SHA_1' }
    const { arn, material, publicKey } = await emptyKeyWithSet(stage, 'K2', sha1)
    await stage.moveClock(stage.now + minutes(Number(slots.m)))
    const second = await parametersOf(stage, arn)
    putSet(stage, 'K2', second)
    await stage.moveClock(stage.now + minutes(4))
    await outcome(sendBlob(stage, arn, await stage.wrap(publicKey, material, 'SHA-1'), second.token))
    await stage.moveClock(stage.now + minutes(9))
    await sendBlob(stage, arn, await stage.wrap(second.publicKey, material), second.token)
  },
  async computes(_stage, view) {
    const failed = view.scene().find((event) => event.eventName === 'ImportKeyMaterial' && event.errorCode)
    return [failed?.errorCode === 'InvalidCiphertextException' ? 'box' : (failed?.errorCode ?? 'ok')]
  },
}
