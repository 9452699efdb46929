import { encodeBase64 } from '../../../bytes/base64.ts'
import type { Bytes } from '../../../bytes/bytes.ts'
import { encodeUtf8 } from '../../../bytes/utf8.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { emptyKeyWithSet, parametersOf, sendBlob } from '../scene-keys.ts'

export const iq03: ChoiceItem = {
  id: 'IQ03',
  type: 'predict',
  metric: 'import-workflow',
  competency: 'IMP-4',
  difficulty: 2,
  lens: 'both',
  stem: 'You run `openssl rand -base64 32 > material.bin`. Then you wrap this file with the right public key and hash, and import it. What happens?',
  options: [
    {
      id: 'openssl',
      text: 'Wrapping fails: openssl wants 32 bytes.',
      misconception: 'M-14',
      because: '45 bytes fit well into RSA. openssl cannot know what you mean.',
    },
    {
      id: 'IncorrectKeyMaterialException',
      text: 'Wrapping works; import refuses the content.',
      correct: true,
      because: 'The box opens, but not to 32 raw bytes. `wc -c` shows the mistake at the start.',
    },
    {
      id: 'ok',
      text: 'Wrapping works; import decodes the base64.',
      misconception: 'M-14',
      because: 'KMS takes bytes as they are. To KMS, letters are bytes too.',
    },
    {
      id: 'InvalidImportTokenException',
      text: 'Wrapping works; import refuses the token.',
      misconception: 'M-16',
      because: 'The token is young and belongs to this key. The content is what fails.',
    },
  ],
  rests: [
    ['F-311', 'importingConcepts'],
    ['F-312', 'encryptMaterial'],
    ['F-325', 'importKeyMaterial'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    await emptyKeyWithSet(stage, 'K2')
    stage.putFile('material.bin', encodeUtf8(`${encodeBase64(stage.random(32))}\n`))
  },
  async computes(stage, view) {
    const arn = view.key('K2')?.arn as string
    const { publicKey, token } = await parametersOf(stage, arn)
    const blob = await stage.wrap(publicKey, view.file('material.bin') as Bytes).catch(() => undefined)
    return [blob ? await outcome(sendBlob(stage, arn, blob, token)) : 'openssl']
  },
}
