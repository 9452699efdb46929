import { encodeUtf8 } from '../../../bytes/utf8.ts'
import { days } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { replicatedImport } from '../scene-keys.ts'

export const aq20: ChoiceItem = {
  id: 'AQ20',
  type: 'predict',
  metric: 'availability-risks',
  competency: 'AVL-8',
  difficulty: 2,
  lens: 'both',
  stem: 'K1 is a multi-Region key with imported material in eu-west-1. Minutes ago it was replicated to eu-central-1, and nothing else was done. An application calls Encrypt with the replica. What happens?',
  options: [
    {
      id: 'ok',
      text: 'It works: KMS copied the material.',
      misconception: 'M-23',
      because: 'KMS does not copy imported material. The same bytes are imported in each Region.',
    },
    {
      id: 'AccessDeniedException',
      text: '`AccessDeniedException` until a grant.',
      misconception: 'M-00',
      because: 'Nobody was denied. The application may use the replica.',
    },
    {
      id: 'KMSInvalidStateException',
      text: '`KMSInvalidStateException` until an import.',
      correct: true,
      because: 'The replica is Pending import. It takes the same bytes, imported there.',
    },
    {
      id: 'later',
      text: 'It works after a wait of up to 24 hours there.',
      misconception: 'M-23',
      because: 'Waiting does not fill the replica. 24 hours is how long a set for an import lasts.',
    },
  ],
  rests: [
    ['F-345', 'multiRegion'],
    ['F-405', 'keyState'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    await replicatedImport(stage, 'K1', 'K1-replica', 'eu-central-1')
  },
  async computes(stage, view) {
    const encrypt = () => {
      const input = { KeyId: view.key('K1-replica')?.arn, Plaintext: encodeUtf8('visit 1') }
      return outcome(stage.call('Encrypt', input, 'AppRole', 'eu-central-1'))
    }
    const now = await encrypt()
    await stage.moveClock(stage.now + days(2))
    return [now !== 'ok' && (await encrypt()) === 'ok' ? 'later' : now]
  },
}
