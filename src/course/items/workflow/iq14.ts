import type { ChoiceItem } from '../../item-definition.ts'
import { emptyKeyWithSet } from '../scene-keys.ts'

export const iq14: ChoiceItem = {
  id: 'IQ14',
  type: 'single',
  metric: 'import-workflow',
  competency: 'IMP-5',
  difficulty: 3,
  lens: 'both',
  stem: 'A request said `RSAES_OAEP_SHA_256`. The custodian wraps with `openssl pkeyutl -encrypt` and the option `rsa_padding_mode:oaep`, and names no digest. What follows?',
  options: [
    {
      id: 'works',
      text: 'KMS opens the blob: the token tells it which hash was used.',
      misconception: 'M-15',
      because: 'The token tells what was requested. The blob was closed in another way.',
    },
    {
      id: 'openssl',
      text: 'openssl stops: it has no default for the digest of OAEP.',
      misconception: 'M-15',
      because: 'openssl has one, and ends without a word.',
    },
    {
      id: 'sha-1',
      text: 'KMS cannot open the blob: openssl closed it with SHA-1.',
      correct: true,
      because: 'Add `-pkeyopt rsa_oaep_md:sha256` and wrap again.',
    },
    {
      id: 'content',
      text: 'KMS opens the blob and refuses the content as wrong bytes.',
      misconception: 'M-07',
      because: 'The content is never reached: the box does not open.',
    },
  ],
  rests: [
    ['F-323', 'opensslHash'],
    ['F-358', 'opensslHash'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const { publicKey, material } = await emptyKeyWithSet(stage, 'K2')
    stage.putFile('K2-wrapped.bin', await stage.wrap(publicKey, material, 'SHA-1'))
  },
}
