import { describe, expect, it } from 'vitest'
import { randomCommand, wrapCommand } from './local-commands.ts'

describe('the openssl lines of the forms', () => {
  it('name the hash twice, or not at all', () => {
    const request = { material: 'material.bin', publicKey: 'WrappingPublicKey.bin', output: 'wrapped.bin' }
    expect(wrapCommand({ ...request, hash: 'SHA-256' })).toContain(
      'rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256',
    )
    expect(wrapCommand({ ...request, hash: undefined })).not.toContain('md:')
  })

  it('put names with blanks in quotes', () => {
    expect(randomCommand("it's.bin", '32')).toBe(`openssl rand -out 'it'\\''s.bin' 32`)
    expect(randomCommand('', '32')).toBe(`openssl rand -out '' 32`)
  })
})
