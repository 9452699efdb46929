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

it('a name that KMS does not take for a key is told from a key that is not there', () => {
  expect(explainError('NotFoundException', 'EnableKeyRotation', "Invalid keyId 'K2'")).toContain('short name')
  const gone = "Key 'arn:aws:kms:eu-west-1:111122223333:key/0d1b' does not exist"
  expect(explainError('NotFoundException', 'EnableKeyRotation', gone)).toContain('Compare the Region')
  const alias = 'Key Aliases are not supported for this operation.'
  expect(explainError('InvalidArnException', 'EnableKey', alias)).toContain('takes no alias')
  expect(explainError('InvalidArnException', 'CreateGrant', 'ARN is malformed')).toContain('wrong form')
})

it('what nobody wrote about is left to the service', () => {
  expect(explainError('SomethingNewException', 'Encrypt')).toBeUndefined()
})
