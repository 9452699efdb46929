import { describe, expect, it } from 'vitest'
import { decodeHex } from './hex.ts'
import { keyFileForm } from './key-file-form.ts'
import { curveOid } from './key-algorithm.ts'
import { readPkcs8, writeEcPkcs8, writePostQuantumPkcs8, writeRsaPkcs8 } from './pkcs8.ts'
import { readSpki, writePostQuantumSpki, writeRsaSpki } from './spki.ts'
import {
  writeBits,
  writeDer,
  writeNull,
  writeOctets,
  writeOid,
  writeSequence,
  writeUnsigned,
} from './der-write.ts'

/** RFC 8410, section 10.1 and 10.3. */
const ED25519_SPKI = decodeHex(
  '302a300506032b657003210019bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1',
)
const ED25519_PKCS8 = decodeHex(
  '302e020100300506032b657004220420d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842',
)

const numbers = {
  modulus: 3233n,
  exponent: 17n,
  privateExponent: 2753n,
  crt: [61n, 53n, 53n, 49n, 38n],
} as const
const point = Uint8Array.from({ length: 65 }, (_, i) => (i === 0 ? 4 : i))
const scalar = point.slice(1, 33)
const ec = (parameters: Uint8Array) => writeSequence(writeOid('1.2.840.10045.2.1'), parameters)
const explicit = writeSequence(writeUnsigned(1n))

describe('a public key file', () => {
  it('tells its kind, size and numbers', () => {
    expect(readSpki(writeRsaSpki(numbers))).toEqual({
      kind: 'rsa',
      modulus: 3233n,
      modulusBits: 12,
      exponent: 17n,
    })
    expect(readSpki(ED25519_SPKI)).toMatchObject({ kind: 'ed25519', publicKey: { length: 32 } })
    expect(readSpki(writeSequence(ec(writeOid(curveOid('P-256'))), writeBits(point)))).toMatchObject({
      kind: 'ec',
      curve: 'P-256',
      point,
    })
  })

  it('names a curve it does not know by its number', () => {
    const brainpool = '1.3.36.3.3.2.8.1.1.7'
    const info = readSpki(writeSequence(ec(writeOid(brainpool)), writeBits(point)))
    expect(info).toMatchObject({ kind: 'ec', curve: undefined, curveOid: brainpool })
  })

  it.each([
    ['curve parameters spelled out', writeSequence(ec(explicit), writeBits(point))],
    [
      'curve parameters missing',
      writeSequence(writeSequence(writeOid('1.2.840.10045.2.1')), writeBits(point)),
    ],
    [
      'an Ed25519 key of 31 bytes',
      writeSequence(writeSequence(writeOid('1.3.101.112')), writeBits(scalar.slice(1))),
    ],
    [
      'RSA without its NULL',
      writeSequence(writeSequence(writeOid('1.2.840.113549.1.1.1')), writeBits(scalar)),
    ],
    ['a third part', writeSequence(ec(writeOid(curveOid('P-256'))), writeBits(point), writeNull())],
  ])('is refused with %s', (_, der) => {
    expect(() => readSpki(der)).toThrow(expect.objectContaining({ name: 'DerError' }))
  })
})

describe('a public key file of ML-DSA or ML-KEM', () => {
  const SETS = [
    ['ML-DSA-44', 1312],
    ['ML-DSA-65', 1952],
    ['ML-DSA-87', 2592],
    ['ML-KEM-512', 800],
    ['ML-KEM-768', 1184],
    ['ML-KEM-1024', 1568],
  ] as const

  it.each(SETS)('%s has its %i bytes and nothing else in the BIT STRING', (set, length) => {
    const publicKey = new Uint8Array(length).fill(7)
    expect(readSpki(writePostQuantumSpki(set, publicKey))).toEqual({ kind: 'post-quantum', set, publicKey })
    for (const wrong of [publicKey.slice(1), new Uint8Array(length + 1)])
      expect(() => readSpki(writePostQuantumSpki(set, wrong))).toThrow(
        expect.objectContaining({ name: 'DerError' }),
      )
  })

  it('is refused with parameters, even NULL', () => {
    const algorithm = writeSequence(writeOid('2.16.840.1.101.3.4.4.1'), writeNull())
    expect(() => readSpki(writeSequence(algorithm, writeBits(new Uint8Array(800))))).toThrow(
      expect.objectContaining({ name: 'DerError' }),
    )
  })
})

describe('a PKCS#8 file', () => {
  it('tells its kind, size and numbers', () => {
    expect(readPkcs8(writeRsaPkcs8(numbers))).toEqual({
      kind: 'rsa',
      modulusBits: 12,
      primeCount: 2,
      numbers,
    })
    expect(readPkcs8(ED25519_PKCS8)).toMatchObject({ kind: 'ed25519', seed: { length: 32 } })
    expect(readPkcs8(writeEcPkcs8('P-384', scalar, point))).toEqual({
      kind: 'ec',
      explicit: false,
      curve: 'P-384',
      scalar,
      point,
    })
    expect(readPkcs8(writeEcPkcs8('P-384', scalar))).toMatchObject({ point: undefined })
  })

  it('tells when the curve is spelled out', () => {
    const key = writeSequence(writeUnsigned(1n), writeOctets(scalar))
    expect(readPkcs8(writeSequence(writeUnsigned(0n), ec(explicit), writeOctets(key)))).toMatchObject({
      explicit: true,
      curve: undefined,
    })
  })

  it('counts the primes', () => {
    const three = [1n, 3233n, 17n, 2753n, 61n, 53n, 53n, 49n, 38n].map(writeUnsigned)
    const key = writeSequence(...three, writeSequence(writeSequence(...[1n, 2n, 3n].map(writeUnsigned))))
    const algorithm = writeSequence(writeOid('1.2.840.113549.1.1.1'), writeNull())
    expect(readPkcs8(writeSequence(writeUnsigned(0n), algorithm, writeOctets(key)))).toMatchObject({
      primeCount: 3,
    })
  })

  it('of ML-KEM is 86 bytes with the seed alone in it, and another seed length is our bug', () => {
    const der = writePostQuantumPkcs8('ML-KEM-768', new Uint8Array(64).fill(7))
    expect(der).toHaveLength(86)
    expect(der.slice(-66, -62)).toEqual(Uint8Array.of(0x80, 0x40, 7, 7))
    expect(() => writePostQuantumPkcs8('ML-KEM-768', new Uint8Array(32))).toThrow(RangeError)
  })

  it('of another algorithm gives that name, as ML-DSA-65', () => {
    const mlDsa = '2.16.840.1.101.3.4.3.18'
    const der = writeSequence(
      writeUnsigned(0n),
      writeSequence(writeOid(mlDsa)),
      writeOctets(writeDer(0x80, scalar)),
    )
    expect(readPkcs8(der)).toEqual({ kind: 'other', oid: mlDsa })
  })
})

describe('the form of a key file', () => {
  it.each([
    ['pkcs8', ED25519_PKCS8],
    ['spki', ED25519_SPKI],
    ['sec1', writeSequence(writeUnsigned(1n), writeOctets(scalar))],
    ['pkcs1-private', writeSequence(...[0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n].map(writeUnsigned))],
    ['pkcs1-public', writeSequence(writeUnsigned(3233n), writeUnsigned(17n))],
    ['encrypted-pkcs8', writeSequence(writeSequence(writeOid('1.2.840.113549.1.5.13')), writeOctets(scalar))],
    ['other-der', writeNull()],
    ['not-der', scalar],
  ])('is told from its shape: %s', (form, bytes) => {
    expect(keyFileForm(bytes)).toBe(form)
  })
})
