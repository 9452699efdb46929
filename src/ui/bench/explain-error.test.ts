import { expect, it } from 'vitest'
import { explainError } from './explain-error.ts'

it('a refusal is explained by operation where that tells more, else by its name', () => {
  expect(explainError('InvalidCiphertextException', 'ImportKeyMaterial')).toContain('box')
  expect(explainError('InvalidCiphertextException', 'Decrypt')).toContain('context')
  expect(explainError('DisabledException', 'Encrypt')).toContain('EnableKey')
})

it('what nobody wrote about is left to the service', () => {
  expect(explainError('SomethingNewException', 'Encrypt')).toBeUndefined()
})
