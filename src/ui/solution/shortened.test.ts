import { expect, it } from 'vitest'
import { shortened } from './shortened.ts'

it('long base64 is told by its start and its length, and nothing else is touched', () => {
  const blob = 'A'.repeat(512)
  const id = 'ab'.repeat(32)
  expect(shortened(`{ "PublicKey": "${blob}", "KeyMaterialId": "${id}" }`)).toBe(
    `{ "PublicKey": "${'A'.repeat(24)}… (512 letters)", "KeyMaterialId": "${id}" }`,
  )
})
