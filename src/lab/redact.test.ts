import { describe, expect, it } from 'vitest'
import { callAction } from './redact.ts'

describe('the journal of a call', () => {
  it('keeps no password of a custom key store, and no credential that holds a secret', () => {
    expect(
      callAction({
        operation: 'CreateCustomKeyStore',
        input: {
          CustomKeyStoreName: 'cold-room',
          KeyStorePassword: 'a-kmsuser-password',
          XksProxyAuthenticationCredential: {
            AccessKeyId: 'A'.repeat(20),
            RawSecretAccessKey: 's'.repeat(43),
          },
        },
      }),
    ).toEqual({ kind: 'call', operation: 'CreateCustomKeyStore', input: { CustomKeyStoreName: 'cold-room' } })
  })

  it('keeps the name of a file, not bytes that stand in its place', () => {
    const told = (Plaintext: string | { file: string }) =>
      callAction({ operation: 'Encrypt', input: { KeyId: 'k', Plaintext } })
    expect(told('c2VjcmV0')).toMatchObject({ input: { KeyId: 'k' } })
    expect(told('c2VjcmV0')).not.toHaveProperty('input.Plaintext')
    expect(told({ file: 'note.txt' })).toHaveProperty('input.Plaintext', { file: 'note.txt' })
  })
})
