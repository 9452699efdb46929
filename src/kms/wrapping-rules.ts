import type { WrappingAlgorithm } from '../crypto/import-wrap.ts'
import type { RsaBits } from '../crypto/provider.ts'
import { familyOf, type KeySpec } from './key-spec.ts'

export const wrappingKeyBits = { RSA_2048: 2048, RSA_3072: 3072, RSA_4096: 4096 } as const satisfies Record<
  string,
  RsaBits
>
export type WrappingKeySpec = keyof typeof wrappingKeyBits

const OAEP: readonly WrappingAlgorithm[] = ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256']
const TWO_STEPS: readonly WrappingAlgorithm[] = ['RSA_AES_KEY_WRAP_SHA_1', 'RSA_AES_KEY_WRAP_SHA_256']

/**
 * Which algorithm may wrap which material (F-307).
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-get-public-key-and-token.html
 */
const WRAPS: Readonly<Record<string, readonly WrappingAlgorithm[]>> = {
  symmetric: OAEP,
  hmac: OAEP,
  rsa: TWO_STEPS,
  ecc: [...TWO_STEPS, ...OAEP],
}

export const isWrappingKeySpec = (spec: string): spec is WrappingKeySpec =>
  Object.hasOwn(wrappingKeyBits, spec)

/** Whether KMS hands out parameters for this combination; SM2 is for China Regions, PKCS #1 v1.5 is withdrawn. */
export function mayWrap(
  keySpec: KeySpec,
  algorithm: string,
  wrappingKeySpec: WrappingKeySpec,
): algorithm is WrappingAlgorithm {
  const allowed: readonly string[] = WRAPS[familyOf(keySpec)] ?? []
  // 241 bytes of PKCS#8 have no room under a 2048-bit modulus (F-308).
  const tooLarge =
    keySpec === 'ECC_NIST_P521' && wrappingKeySpec === 'RSA_2048' && OAEP.some((oaep) => oaep === algorithm)
  return allowed.includes(algorithm) && !tooLarge
}
