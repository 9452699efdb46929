import type { Bytes } from '../../../bytes/bytes.ts'
import { hours } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { emptyKeyWithSet, sendBlob } from '../scene-keys.ts'

export const iq10: ChoiceItem = {
  id: 'IQ10',
  type: 'predict',
  metric: 'import-workflow',
  competency: 'IMP-3',
  difficulty: 2,
  lens: 'both',
  stem: 'Amara asked for the parameters of {key} {h} hours ago and has not used them. Now she imports with this set for the first time. What does KMS answer?',
  options: [
    {
      id: 'ok',
      text: 'Success: the key is Enabled.',
      misconception: 'M-17',
      because: 'A set lasts 24 hours from the request, also when nobody used it.',
    },
    {
      id: 'ExpiredImportTokenException',
      text: '`ExpiredImportTokenException`.',
      correct: true,
      because: 'The set is more than 24 hours old. Ask for a new one and wrap again.',
    },
    {
      id: 'InvalidImportTokenException',
      text: '`InvalidImportTokenException`.',
      misconception: 'M-16',
      because: 'That is for the token of another key, or for a token that is none.',
    },
    {
      id: 'KMSInvalidStateException',
      text: '`KMSInvalidStateException`.',
      misconception: 'M-00',
      because: 'The state is the right one: the key is Pending import and waits.',
    },
  ],
  rests: [
    ['F-321', 'importKeyMaterial'],
    ['F-304', 'publicKeyAndToken'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}`, h: String(draw.whole(25, 49)) }),
  async scene(stage, slots) {
    const key = slots.key as string
    const { publicKey, material } = await emptyKeyWithSet(stage, key)
    stage.putFile(`${key}-wrapped.bin`, await stage.wrap(publicKey, material))
    await stage.moveClock(stage.now + hours(Number(slots.h)))
  },
  async computes(stage, view, slots) {
    const key = slots.key as string
    const file = (name: string) => view.file(`${key}-${name}.bin`) as Bytes
    const sent = sendBlob(stage, view.key(key)?.arn as string, file('wrapped'), file('ImportToken'))
    return [await outcome(sent)]
  },
}
