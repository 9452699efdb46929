import { describe } from 'vitest'
import { equalBytes } from '../bytes/bytes.ts'
import type { CryptoProvider, Hash } from './provider.ts'
import { outcome } from './vectors/judge.ts'
import { providers } from './vectors/providers.ts'
import { itRuns, type Case } from './vectors/wycheproof.ts'

const OAEP = {
  rsa_oaep_2048_sha1_mgf1sha1: 36,
  rsa_oaep_2048_sha256_mgf1sha256: 37,
  rsa_oaep_3072_sha256_mgf1sha256: 37,
  rsa_oaep_4096_sha256_mgf1sha256: 37,
  rsa_oaep_misc: 18,
}
const WRONG_MGF1 = {
  rsa_oaep_2048_sha256_mgf1sha1: 31,
  rsa_oaep_3072_sha256_mgf1sha1: 32,
  rsa_oaep_4096_sha256_mgf1sha1: 32,
}

describe.each(providers)('$name', (provider) => {
  describe('RSAES-OAEP opens what is valid with an empty label', () => {
    itRuns(OAEP, opensTo(provider), ({ result, group, test }) => {
      return result === 'valid' && test.text('label') === '' && group.text('sha') === group.text('mgfSha')
    })
  })

  describe('RSAES-OAEP refuses MGF1 with another hash', () => {
    itRuns(WRONG_MGF1, opensTo(provider), () => false)
  })

  describe('RSASSA-PSS accepts valid signatures whose salt is as long as the hash', () => {
    itRuns(
      {
        rsa_pss_2048_sha256_mgf1_32: 108,
        rsa_pss_2048_sha384_mgf1_48: 141,
        rsa_pss_3072_sha256_mgf1_32: 108,
        rsa_pss_4096_sha256_mgf1_32: 108,
        rsa_pss_4096_sha384_mgf1_48: 141,
        rsa_pss_4096_sha512_mgf1_64: 179,
      },
      verifies(provider, 'PSS'),
    )
  })

  describe('RSASSA-PSS refuses signatures without salt', () => {
    itRuns({ rsa_pss_2048_sha256_mgf1_0: 20 }, verifies(provider, 'PSS'), () => false)
  })

  describe('RSASSA-PKCS1-v1_5 accepts valid signatures; a missing NULL, which is acceptable, is refused', () => {
    itRuns(
      {
        rsa_signature_2048_sha256: 259,
        rsa_signature_2048_sha384: 258,
        rsa_signature_2048_sha512: 259,
        rsa_signature_3072_sha256: 259,
        rsa_signature_3072_sha384: 63,
        rsa_signature_3072_sha512: 64,
        rsa_signature_4096_sha256: 62,
        rsa_signature_4096_sha384: 63,
        rsa_signature_4096_sha512: 63,
      },
      verifies(provider, 'PKCS1'),
    )
  })
})

function opensTo(provider: CryptoProvider) {
  return async ({ group, test }: Case) => {
    const hash = group.text('sha') as 'SHA-1' | 'SHA-256'
    const opened = await outcome(() =>
      provider.rsaOaepDecrypt(group.bytes('privateKeyPkcs8'), hash, test.bytes('ct')),
    )
    return opened !== 'refused' && equalBytes(opened, test.bytes('msg'))
  }
}

function verifies(provider: CryptoProvider, scheme: 'PSS' | 'PKCS1') {
  return ({ group, test }: Case) =>
    provider.rsaVerify(
      scheme,
      group.bytes('publicKeyDer'),
      group.text('sha') as Hash,
      test.bytes('sig'),
      test.bytes('msg'),
    )
}
