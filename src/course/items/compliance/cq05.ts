import type { ChoiceItem } from '../../item-definition.ts'
import { importBytes, importedWithRecord } from '../scene-keys.ts'
import { drawOrg } from '../slot-values.ts'

export const cq05: ChoiceItem = {
  id: 'CQ05',
  type: 'single',
  metric: 'compliance-choice',
  competency: 'CMP-5',
  also: ['AVL-8'],
  difficulty: 2,
  lens: 'both',
  stem: '{org} imports the same 32 bytes into a key in eu-west-1 and into another key in eu-central-1. It wants to decrypt with one key what the other encrypted. What is the result?',
  options: [
    {
      id: 'same-bytes',
      text: 'Works; both keys hold the same bytes.',
      misconception: 'M-21',
      because: 'A ciphertext belongs to its key. The same bytes in another key do not open it.',
    },
    {
      id: 'alias',
      text: 'Works; the two keys need one alias.',
      misconception: 'M-04',
      because: 'An alias is a name for a key, in one Region. It changes no ciphertext.',
    },
    {
      id: 'related',
      text: 'Fails; it takes one multi-Region key.',
      correct: true,
      because: 'With the same bytes imported in each Region: KMS does not copy imported material.',
    },
    {
      id: 'one-region',
      text: 'Fails; import works in a single Region.',
      misconception: 'M-23',
      because: 'Both imports worked. What the two keys lack is that they belong together.',
    },
  ],
  rests: [
    ['F-343', 'importing'],
    ['F-345', 'multiRegion'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
  async scene(stage) {
    const { material } = await importedWithRecord(stage, 'K1')
    const { KeyMetadata } = await stage.call(
      'CreateKey',
      { Origin: 'EXTERNAL', Description: 'K2: trial records' },
      'KeyAdmin',
      'eu-central-1',
    )
    const { Arn: arn } = KeyMetadata as { readonly Arn: string }
    stage.name('K2', arn)
    await importBytes(stage, arn, material)
  },
}
