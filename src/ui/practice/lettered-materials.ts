import type { Item } from '../../course/item-definition.ts'
import type { KeyRecord, Material } from '../../kms/key.ts'

const LETTERED = /\bmaterials? [A-D]\b|\b[A-D] (?:is|ends) /i

/** Whether a question calls materials by letters, as in "material A" or "A is `CURRENT`". */
export const callsByLetter = (asked: Item): boolean => textsOf(asked).some((text) => LETTERED.test(text))

function textsOf(asked: Item): readonly string[] {
  if (asked.type === 'match') return [asked.stem, ...[...asked.left, ...asked.right].map(({ text }) => text)]
  const offered = asked.type === 'order' ? asked.steps : asked.options
  return [asked.stem, ...offered.map(({ text }) => text)]
}

/** The materials of a key by the letters that a question gives them: A came first. */
export const lettered = ({
  materials,
}: Pick<KeyRecord, 'materials'>): readonly (readonly [letter: string, material: Material])[] =>
  materials.map((material, i) => [String.fromCharCode(65 + i), material])
