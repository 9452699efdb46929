import type { Hash } from '../../../crypto/provider.ts'
import { digestLength } from '../../../crypto/noble-hash.ts'
import type { Io } from './io.ts'

/** What the error queue says of an RSA signature that is not as long as the modulus. */
export const wrongLength = (pss: boolean): readonly string[] =>
  pss
    ? [
        '0200008F:rsa routines:rsa_ossl_public_decrypt:wrong final block length:../crypto/rsa/rsa_ossl.c:616:',
        '1C880004:Provider routines:rsa_verify:RSA lib:../providers/implementations/signature/rsa_sig.c:785:',
      ]
    : [
        '02000077:rsa routines:ossl_rsa_verify:wrong signature length:../crypto/rsa/rsa_sign.c:339:',
        '1C880004:Provider routines:rsa_verify:RSA lib:../providers/implementations/signature/rsa_sig.c:769:',
      ]

/** What it says of one that is as long as it should be, and wrong. */
export const badSignature: readonly string[] = [
  '02000068:rsa routines:ossl_rsa_verify:bad signature:../crypto/rsa/rsa_sign.c:429:',
  '1C880004:Provider routines:rsa_verify:RSA lib:../providers/implementations/signature/rsa_sig.c:769:',
]

/** Salts as long as the digest are what KMS makes and reads; others are not simulated. */
export function saltOf(io: Io, options: readonly string[], hash: Hash): void {
  const salt = options.find((each) => each.startsWith('rsa_pss_saltlen:'))?.slice('rsa_pss_saltlen:'.length)
  if (salt === undefined || salt === 'digest' || salt === '-1' || Number(salt) === digestLength(hash)) return
  io.fail(`rsa_pss_saltlen:${salt} is not simulated; use rsa_pss_saltlen:digest, as KMS does`)
}
