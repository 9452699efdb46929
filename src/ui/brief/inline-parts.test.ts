import { expect, it } from 'vitest'
import { inlineParts } from './inline-parts.ts'

it('text between backticks is code', () => {
  expect(inlineParts('Look at `KeyState` and `Origin`.')).toEqual([
    { text: 'Look at ', code: false },
    { text: 'KeyState', code: true },
    { text: ' and ', code: false },
    { text: 'Origin', code: true },
    { text: '.', code: false },
  ])
})

it('a backtick without a partner stays as it is', () => {
  expect(inlineParts('a ` b')).toEqual([{ text: 'a ` b', code: false }])
  expect(inlineParts('`x` and `y')).toEqual([
    { text: 'x', code: true },
    { text: ' and `y', code: false },
  ])
})

it('no text has no parts', () => {
  expect(inlineParts('')).toEqual([])
})
