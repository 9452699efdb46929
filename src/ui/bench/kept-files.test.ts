import { describe, expect, it } from 'vitest'
import { blob, keyId, optional, secretBlob } from '../../kms/shapes.ts'
import { freeName, keepables } from './kept-files.ts'

describe('files that an answer becomes', () => {
  it('are its blobs, under the names the course uses', () => {
    const output = { KeyId: keyId(), ImportToken: optional(blob()), PublicKey: optional(blob()) }
    expect(keepables({ name: 'GetParametersForImport', output })).toEqual([
      { member: 'ImportToken', name: 'ImportToken.bin', byDefault: true },
      { member: 'PublicKey', name: 'WrappingPublicKey.bin', byDefault: true },
    ])
  })

  it('do not hold decrypted data unless the learner asks', () => {
    expect(keepables({ name: 'Decrypt', output: { Plaintext: optional(secretBlob()) } })).toEqual([
      { member: 'Plaintext', name: 'plain.bin', byDefault: false },
    ])
  })

  it('never take a name that is in use', () => {
    expect(freeName('secret.enc', new Set())).toBe('secret.enc')
    expect(freeName('secret.enc', new Set(['secret.enc', 'secret-2.enc']))).toBe('secret-3.enc')
    expect(freeName('.env', new Set(['.env']))).toBe('.env-2')
  })
})
