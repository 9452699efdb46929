import type { Bytes } from '../../../bytes/bytes.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { importBytes, importedWithRecord } from '../scene-keys.ts'

export const aq23: ChoiceItem = {
  id: 'AQ23',
  type: 'predict',
  metric: 'availability-risks',
  competency: 'AVL-4',
  difficulty: 2,
  lens: 'both',
  stem: '{key} is Enabled. In a test of recovery Amara imports a copy from the safe into it and does not know that this is the copy of another key. What follows?',
  options: [
    {
      id: 'replaced',
      text: 'KMS takes the copy in place of the old bytes.',
      misconception: 'M-07',
      because: 'Bytes of a key are never replaced. Old data stays with what it was made with.',
    },
    {
      id: 'PendingImport',
      text: 'The import is refused, and the key is empty now.',
      misconception: 'M-08',
      because: 'An import that is refused changes nothing. The key keeps what it has.',
    },
    {
      id: 'IncorrectKeyMaterialException',
      text: 'The import is refused, and the key works on.',
      correct: true,
      because: '`IncorrectKeyMaterialException`: the test has found a wrong copy, at no cost.',
    },
    {
      id: 'waiting',
      text: 'The copy is stored, and waits until it is needed.',
      misconception: 'M-13',
      because: 'Without the type `NEW_KEY_MATERIAL` KMS expects bytes that the key knows.',
    },
  ],
  rests: [
    ['F-325', 'importKeyMaterial'],
    ['F-316', 'importKeyMaterial'],
    ['F-319', 'importStep'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}` }),
  async scene(stage, slots) {
    await importedWithRecord(stage, slots.key as string)
    stage.putFile('copy-from-the-safe.bin', stage.random(32))
  },
  async computes(stage, view, slots) {
    const name = slots.key as string
    const copy = view.file('copy-from-the-safe.bin') as Bytes
    const answer = await outcome(importBytes(stage, view.key(name)?.arn as string, copy))
    if (answer === 'ok') return [view.key(name)?.materials.length === 1 ? 'replaced' : 'waiting']
    return [view.state(name) === 'Enabled' ? answer : (view.state(name) as string)]
  },
}
