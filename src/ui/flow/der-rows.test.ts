import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { owned } from '../../bytes/bytes.ts'
import { derRows } from './der-rows.ts'

it('a public key from elsewhere is read down to modulus and exponent', () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
  const der = owned(publicKey.export({ type: 'spki', format: 'der' }))
  const tree = derRows(der)
  expect([tree.tag, tree.length + 4]).toEqual(['SEQUENCE', 422])
  expect(tree.parts[0]?.parts.map(({ tag, value }) => [tag, value])).toEqual([
    ['OBJECT IDENTIFIER', '1.2.840.113549.1.1.1, rsaEncryption'],
    ['NULL', undefined],
  ])
  const numbers = tree.parts[1]?.parts[0]?.parts ?? []
  const { n = '' } = publicKey.export({ format: 'jwk' })
  const modulus = Buffer.from(n, 'base64url').toString('hex')
  expect(numbers.map(({ value }) => value)).toEqual([
    `3072 bits, the modulus: ${modulus.slice(0, 16)}…`,
    '65537, the exponent',
  ])
})
