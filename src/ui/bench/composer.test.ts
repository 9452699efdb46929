import { describe, expect, it } from 'vitest'
import { operations } from '../../kms/operations/index.ts'
import type { Operation } from '../../kms/operation.ts'
import { draftOf, isComposition, keepsFor, suggested, withoutSecrets, type Composition } from './composer.ts'
import { fieldsOf, fill } from './form-model.ts'

const operation = (name: string) => operations.get(name) as Operation

describe('a form that is still untouched', () => {
  it('takes the key that is looked at and files under the names of the lab', () => {
    const fields = fieldsOf(operation('ImportKeyMaterial'))
    expect(
      suggested(fields, {
        keyId: 'K3',
        files: ['ImportToken.bin', 'old-wrapped.bin', 'wrapped.bin', 'notes.txt'],
      }),
    ).toEqual({
      KeyId: { text: 'K3' },
      ImportToken: { file: 'ImportToken.bin' },
      EncryptedKeyMaterial: { file: 'wrapped.bin' },
    })
  })

  it('never fills in what is optional, but for the ciphertext of a decryption', () => {
    expect(suggested(fieldsOf(operation('Decrypt')), { keyId: 'K3', files: ['a.enc'] })).toEqual({
      CiphertextBlob: { file: 'a.enc' },
    })
  })
})

describe('files an answer is kept as', () => {
  it('replace the parameters of before, but never a ciphertext', () => {
    const files = new Set(['ImportToken.bin', 'secret.enc'])
    expect(keepsFor(operation('GetParametersForImport'), undefined, files)).toEqual({
      ImportToken: 'ImportToken.bin',
      PublicKey: 'WrappingPublicKey.bin',
    })
    expect(keepsFor(operation('Encrypt'), undefined, files)).toMatchObject({ CiphertextBlob: 'secret-2.enc' })
  })

  it('are what the learner chose', () => {
    expect(keepsFor(operation('Encrypt'), { CiphertextBlob: null }, new Set())).toMatchObject({
      CiphertextBlob: null,
    })
  })
})

it('a request that ran fills the form so that the same request runs again', () => {
  const requests = {
    Encrypt: { KeyId: 'K1', Plaintext: 'w6k=', EncryptionContext: { study: 'FT-01' }, DryRun: true },
    ImportKeyMaterial: {
      KeyId: 'K3',
      ImportToken: { file: 'a' },
      EncryptedKeyMaterial: { file: 'b' },
      ValidTo: 1_768_208_400,
    },
    TagResource: { KeyId: 'K1', Tags: [{ TagKey: 'a', TagValue: 'b' }] },
    UntagResource: { KeyId: 'K1', TagKeys: ['a', 'b'] },
    GenerateRandom: { NumberOfBytes: 32 },
  }
  for (const [name, input] of Object.entries(requests)) {
    const fields = fieldsOf(operation(name))
    expect(fill(fields, draftOf(fields, input))).toEqual({ ok: true, input })
  }
})

it('every operation of the engine has a form', () => {
  for (const each of operations.values()) expect(fieldsOf(each)).toHaveLength(Object.keys(each.input).length)
})

describe('a form that is half filled', () => {
  it('is written down without what is typed where a secret belongs', () => {
    const composition: Composition = {
      operation: 'Encrypt',
      drafts: {
        Encrypt: { KeyId: { text: 'alias/a' }, Plaintext: { typed: 'a secret' } },
        Decrypt: { CiphertextBlob: { file: 'note.enc' } },
        CreateCustomKeyStore: {
          CustomKeyStoreName: { text: 'store' },
          KeyStorePassword: { text: 'password' },
        },
      },
      keeps: { Encrypt: { CiphertextBlob: 'note.enc', Other: null } },
    }
    const told = withoutSecrets(composition)
    expect(told.drafts).toEqual({
      Encrypt: { KeyId: { text: 'alias/a' } },
      Decrypt: { CiphertextBlob: { file: 'note.enc' } },
      CreateCustomKeyStore: { CustomKeyStoreName: { text: 'store' } },
    })
    expect(isComposition(JSON.parse(JSON.stringify(told)))).toBe(true)
  })

  it.each([
    null,
    [],
    { operation: 'NoSuch', drafts: {}, keeps: {} },
    { operation: 'Encrypt', drafts: { Encrypt: { KeyId: 'x' } }, keeps: {} },
    { operation: 'Encrypt', drafts: { Encrypt: { Tags: { pairs: ['x'] } } }, keeps: {} },
    { operation: 'Encrypt', drafts: {}, keeps: { Encrypt: { CiphertextBlob: 7 } } },
  ])('of another shape is not taken: %j', (value) => {
    expect(isComposition(value)).toBe(false)
  })
})
