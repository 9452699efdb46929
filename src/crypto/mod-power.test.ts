import fc from 'fast-check'
import { expect, it } from 'vitest'
import { modPower } from './mod-power.ts'

it('agrees with repeated multiplication, zero exponent and modulus 1 included', () => {
  const small = fc.bigInt({ min: 0n, max: 3000n })
  fc.assert(
    fc.property(small, small, fc.bigInt({ min: 1n, max: 3000n }), (base, exponent, modulus) => {
      let product = 1n % modulus
      for (let i = 0n; i < exponent; i++) product = (product * base) % modulus
      expect(modPower(base, exponent, modulus)).toBe(product)
    }),
  )
})
