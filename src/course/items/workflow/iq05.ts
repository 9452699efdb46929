import type { Bytes } from '../../../bytes/bytes.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { emptyKeyWithSet, sendBlob } from '../scene-keys.ts'

export const iq05: ChoiceItem = {
  id: 'IQ05',
  type: 'predict',
  metric: 'import-workflow',
  competency: 'IMP-5',
  difficulty: 3,
  lens: 'both',
  stem: 'Parameters were requested with `RSAES_OAEP_SHA_256`. The blob was made with OAEP and no digest option in OpenSSL 3. What does the import return?',
  options: [
    {
      id: 'ok',
      text: 'Success and a `KeyMaterialId`.',
      misconception: 'M-15',
      because: 'The tool takes SHA-1 when no digest is named. The request said SHA-256.',
    },
    {
      id: 'IncorrectKeyMaterialException',
      text: '`IncorrectKeyMaterialException`.',
      misconception: 'M-07',
      because: 'This answer needs opened content. The box did not open.',
    },
    {
      id: 'InvalidCiphertextException',
      text: '`InvalidCiphertextException`.',
      correct: true,
      because: 'The box was closed with SHA-1 and does not open with SHA-256. Name the digest when wrapping.',
    },
    {
      id: 'InvalidImportTokenException',
      text: '`InvalidImportTokenException`.',
      misconception: 'M-16',
      because: 'The token is fine: it is young and belongs to this key.',
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
  async computes(stage, view) {
    const [blob, token] = ['K2-wrapped.bin', 'K2-ImportToken.bin'].map((name) => view.file(name) as Bytes)
    const sent = sendBlob(stage, view.key('K2')?.arn as string, blob as Bytes, token as Bytes)
    return [await outcome(sent)]
  },
}
