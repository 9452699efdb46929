import { describe, expect, it } from 'vitest'
import {
  blob,
  flag,
  integer,
  keyId,
  list,
  oneOf,
  optional,
  secretBlob,
  stringMap,
  structure,
  tags,
  text,
  timestamp,
} from '../../kms/shapes.ts'
import { operations } from '../../kms/operations/index.ts'
import { fieldsOf, fill, fillSoFar } from './form-model.ts'

const importShape = {
  name: 'ImportKeyMaterial',
  input: {
    KeyMaterialDescription: optional(text()),
    ValidTo: optional(timestamp()),
    ExpirationModel: optional(oneOf('KEY_MATERIAL_EXPIRES', 'KEY_MATERIAL_DOES_NOT_EXPIRE')),
    EncryptedKeyMaterial: blob({ min: 1, max: 6144 }),
    KeyId: keyId(),
  },
}

const all = {
  name: 'Any',
  input: {
    KeyId: keyId(),
    Plaintext: secretBlob(),
    CiphertextBlob: blob(),
    EncryptionContext: optional(stringMap()),
    Tags: optional(tags()),
    TagKeys: list(text()),
    NumberOfBytes: integer(),
    DryRun: optional(flag()),
    ValidTo: optional(timestamp()),
    Recipient: optional(structure({ AttestationDocument: optional(blob()) })),
  },
}

describe('the fields of an operation', () => {
  it('come with the required ones first, then the ones in the open, then the folded ones', () => {
    expect(fieldsOf(importShape).map(({ name, folded }) => [name, folded])).toEqual([
      ['EncryptedKeyMaterial', false],
      ['KeyId', false],
      ['ExpirationModel', false],
      ['ValidTo', false],
      ['KeyMaterialDescription', true],
    ])
  })

  it('are filled in by what their shape is', () => {
    const controls = Object.fromEntries(fieldsOf(all).map(({ name, control }) => [name, control]))
    expect(controls).toEqual({
      KeyId: { is: 'key' },
      Plaintext: { is: 'blob', typed: true },
      CiphertextBlob: { is: 'blob', typed: false },
      EncryptionContext: { is: 'pairs' },
      Tags: { is: 'tags' },
      TagKeys: { is: 'lines' },
      NumberOfBytes: { is: 'integer' },
      DryRun: { is: 'flag' },
      ValidTo: { is: 'instant' },
      Recipient: { is: 'json' },
    })
  })
})

describe('filling a request', () => {
  const fields = fieldsOf(all)
  const input = (draft: Parameters<typeof fill>[1]) => {
    const filled = fill(fields, draft)
    return filled.ok ? filled.input : filled.problems
  }

  it('leaves out what was left empty, required or not: the service answers that', () => {
    expect(
      input({
        KeyId: { text: '  ' },
        Plaintext: { typed: '' },
        CiphertextBlob: { file: '' },
        DryRun: { flag: false },
      }),
    ).toEqual({})
  })

  it('sends typed text as the base64 of its UTF-8, a file by its name and a time in seconds', () => {
    expect(
      input({
        Plaintext: { typed: 'é' },
        CiphertextBlob: { file: 'secret.enc' },
        ValidTo: { text: '2026-01-12T09:00' },
      }),
    ).toEqual({
      Plaintext: 'w6k=',
      CiphertextBlob: { file: 'secret.enc' },
      ValidTo: Date.UTC(2026, 0, 12, 9) / 1000,
    })
  })

  it('sends values that the service will refuse', () => {
    expect(input({ KeyId: { text: 'no-such-key' }, NumberOfBytes: { text: '-7' } })).toEqual({
      KeyId: 'no-such-key',
      NumberOfBytes: -7,
    })
  })

  it('writes a context as an object and tags as a list', () => {
    const pairs = [
      ['study', 'FT-01'],
      ['', ''],
      ['site', ''],
    ] as const
    expect(input({ EncryptionContext: { pairs }, Tags: { pairs }, TagKeys: { text: 'a\n\n b ' } })).toEqual({
      EncryptionContext: { study: 'FT-01', site: '' },
      Tags: [
        { TagKey: 'study', TagValue: 'FT-01' },
        { TagKey: 'site', TagValue: '' },
      ],
      TagKeys: ['a', 'b'],
    })
  })

  it('names what the form itself cannot send', () => {
    expect(
      input({ NumberOfBytes: { text: 'ten' }, ValidTo: { text: 'soon' }, Recipient: { text: '{' } }),
    ).toEqual({
      NumberOfBytes: 'not-a-number',
      ValidTo: 'not-a-time',
      Recipient: 'not-json',
    })
    expect(input({ EncryptionContext: { pairs: [['', 'x']] } })).toEqual({
      EncryptionContext: 'pair-without-name',
    })
    expect(
      input({
        EncryptionContext: {
          pairs: [
            ['a', '1'],
            ['a', '2'],
          ],
        },
      }),
    ).toEqual({ EncryptionContext: 'pair-twice' })
  })

  it('shows what can be sent so far, without what cannot', () => {
    expect(fillSoFar(fields, { KeyId: { text: 'K' }, NumberOfBytes: { text: 'ten' } })).toEqual({
      KeyId: 'K',
    })
  })
})

it('offers the key spec that most keys have first, and the others by family and size', () => {
  const createKey = operations.get('CreateKey')
  const spec = createKey && fieldsOf(createKey).find(({ name }) => name === 'KeySpec')?.control
  expect(spec?.is === 'choice' && spec.options).toEqual([
    'SYMMETRIC_DEFAULT',
    'RSA_2048',
    'RSA_3072',
    'RSA_4096',
    'ECC_NIST_P256',
    'ECC_NIST_P384',
    'ECC_NIST_P521',
    'ECC_SECG_P256K1',
    'ECC_NIST_EDWARDS25519',
    'HMAC_224',
    'HMAC_256',
    'HMAC_384',
    'HMAC_512',
    'SM2',
    'ML_DSA_44',
    'ML_DSA_65',
    'ML_DSA_87',
    'ML_KEM_512',
    'ML_KEM_768',
    'ML_KEM_1024',
  ])
})
