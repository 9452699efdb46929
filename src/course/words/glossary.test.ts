import { describe, expect, it } from 'vitest'
import { findTerms, glossary, slugOf, termAt } from './glossary.ts'

describe('the glossary', () => {
  it('has an address for each term, and no two the same, other names included', () => {
    const slugs = glossary.flatMap(({ term, alsoCalled = [], alsoExplains = [] }) =>
      [term, ...alsoCalled, ...alsoExplains].map(slugOf),
    )
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(slugs.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([])
    for (const { term } of glossary) expect(termAt(slugOf(term))?.term).toBe(term)
  })

  it('leads from a former name to the one of today', () => {
    expect(termAt('CMK')?.term).toBe('KMS key')
    expect(termAt('customer-master-key')?.term).toBe('KMS key')
    expect(termAt('pem')?.term).toBe('DER')
    expect(termAt('no-such-term')).toBeUndefined()
  })

  it('holds every word that the course asks for', () => {
    const asked =
      'alias, audit event, automatic rotation, AWS managed key, base64, blast radius, BYOK, ciphertext, CloudHSM key store, CMK, custodian, custom key store, data key, decoy, DER, durability, encryption context, entropy, envelope encryption, expiration model, external key store, fingerprint, FIPS 140-3, HSM, import token, key material, key state, kill switch, KMS key, lens, manual rotation, multi-Region key, OAEP, on-demand rotation, origin, PendingImport, permanent loss, ReEncrypt, waiting period, wrapping key, wrapped blob'.split(
        ', ',
      )
    expect(asked).toHaveLength(41)
    expect(asked.filter((term) => termAt(term) === undefined)).toEqual([])
  })

  it('is searched by name, other name and meaning', () => {
    expect(findTerms('cmk').map(({ term }) => term)).toEqual(['KMS key'])
    expect(findTerms(' 24 hours ').map(({ term }) => term)).toEqual(['import token'])
    expect(findTerms('')).toHaveLength(glossary.length)
  })
})
