import { expect, it } from 'vitest'
import { explainError } from './explain-error.ts'

it('a refusal is explained by operation where that tells more, else by its name', () => {
  expect(explainError('InvalidCiphertextException', 'ImportKeyMaterial')).toContain('box')
  expect(explainError('InvalidCiphertextException', 'Decrypt')).toContain('context')
  expect(explainError('UnsupportedOperationException', 'GetParametersForImport')).toContain('RSAES_OAEP')
  expect(explainError('DisabledException', 'Encrypt')).toContain('EnableKey')
})

it('no general sentence speaks of one operation where others answer with the same exception', () => {
  const shared = ['ValidationException', 'NotFoundException', 'LimitExceededException', 'InvalidArnException']
  for (const code of shared)
    expect(explainError(code, 'TagResource')).not.toMatch(/import|ValidTo|DescribeKey\.$/i)
  expect(explainError('ValidationException', 'ImportKeyMaterial')).toContain('365 days')
  expect(explainError('ValidationException', 'EnableKeyRotation')).toContain('2,560')
})

it('what nobody wrote about is left to the service', () => {
  expect(explainError('SomethingNewException', 'Encrypt')).toBeUndefined()
})
