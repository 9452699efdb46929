import { days, hours, minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { emptyKeyWithSet } from '../scene-keys.ts'

export const iq04: ChoiceItem = {
  id: 'IQ04',
  type: 'single',
  metric: 'import-workflow',
  competency: 'IMP-3',
  difficulty: 2,
  lens: 'both',
  stem: 'Amara fetched parameters on Friday at {t} and imports on Monday at 09:00 with that token. Which answer does she get, and what should she do?',
  options: [
    {
      id: 'ok',
      text: 'Success: a token lasts until its first use in an import.',
      misconception: 'M-17',
      because: 'A token ends 24 hours after the request, also when nobody used it.',
    },
    {
      id: 'InvalidImportTokenException',
      text: '`InvalidImportTokenException`: check the key id, send again.',
      misconception: 'M-16',
      because: 'That answer is for a token of another key. This one is of the right key, and old.',
    },
    {
      id: 'ExpiredImportTokenException',
      text: '`ExpiredImportTokenException`: get new parameters, wrap again.',
      correct: true,
      because: 'New parameters bring a new public key, so the blob has to be new too.',
    },
    {
      id: 'old-blob',
      text: '`ExpiredImportTokenException`: get a new token, send the old blob.',
      misconception: 'M-13',
      because: 'The old blob was closed for another wrapping key. The new token does not fit it.',
    },
  ],
  rests: [
    ['F-321', 'importKeyMaterial'],
    ['F-304', 'publicKeyAndToken'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ t: `${draw.whole(10, 17)}:${draw.oneOf(['05', '10', '25', '40'])}` }),
  async scene(stage, slots) {
    const [h = 0, m = 0] = (slots.t as string).split(':').map(Number)
    const friday = Math.floor(stage.now / days(1)) * days(1) + days(4)
    await stage.moveClock(friday + hours(h) + minutes(m))
    const { publicKey, material } = await emptyKeyWithSet(stage, 'K2')
    stage.putFile('K2-wrapped.bin', await stage.wrap(publicKey, material))
    await stage.moveClock(friday + days(3) + hours(9))
  },
}
