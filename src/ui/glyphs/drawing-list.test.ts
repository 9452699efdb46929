import { expect, it } from 'vitest'
import { keyStates, materials, otherSigns } from './drawing-list.tsx'
import { glyphNames } from './glyph.tsx'

it('every drawing of the lab is explained once', () => {
  const explained = [...keyStates, ...materials, ...otherSigns].flatMap(({ glyphs }) => glyphs)
  expect(explained.toSorted()).toEqual(glyphNames.toSorted())
})
