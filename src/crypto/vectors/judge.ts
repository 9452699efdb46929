import { CryptoRefusal } from '../provider.ts'

/**
 * What came out, or that it was refused. Any error but CryptoRefusal goes on: it is a bug, not a verdict.
 */
export async function outcome<T>(run: () => Promise<T> | T): Promise<T | 'refused'> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof CryptoRefusal) return 'refused'
    throw error
  }
}

export function curveOf(name: string) {
  const curves = {
    ECC_NIST_P256: 'P-256',
    ECC_NIST_P384: 'P-384',
    ECC_NIST_P521: 'P-521',
    ECC_SECG_P256K1: 'secp256k1',
  } as const
  const curve = curves[name as keyof typeof curves]
  if (curve === undefined) throw new Error(`no curve for ${name}`)
  return curve
}
