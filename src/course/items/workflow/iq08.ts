import type { ChoiceItem } from '../../item-definition.ts'
import { emptyKeyWithSet } from '../scene-keys.ts'

export const iq08: ChoiceItem = {
  id: 'IQ08',
  type: 'single',
  metric: 'import-workflow',
  competency: 'IMP-2',
  difficulty: 2,
  lens: 'both',
  stem: 'Each call to KMS already runs under TLS. What does wrapping the material add?',
  options: [
    {
      id: 'inside',
      text: 'It stays closed where TLS ends, up to the HSM.',
      correct: true,
      because: 'TLS protects the way to the server. The wrapping holds until the HSM opens it.',
    },
    {
      id: 'nothing',
      text: 'It adds nothing; TLS closes the whole way.',
      misconception: 'M-36',
      because:
        'TLS ends at the server. Without wrapping, a copy of the request made there would show raw bytes.',
    },
    {
      id: 'hides',
      text: 'It hides the public key from third parties.',
      misconception: 'M-36',
      because: 'The public key may be seen by anyone. It closes and does not open.',
    },
    {
      id: 'identity',
      text: 'It proves to KMS who it is that sends the material.',
      misconception: 'M-16',
      because: 'Anyone with the public key can wrap. The signature of the request tells who sends.',
    },
  ],
  rests: [
    ['F-310', 'publicKeyAndToken'],
    ['F-1117', 'publicKeyAndToken'],
  ],
  checked: '2026-11-23',
  scene: async (stage) => void (await emptyKeyWithSet(stage, 'K2')),
}
