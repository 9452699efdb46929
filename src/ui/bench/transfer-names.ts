/** Files and algorithms of a transfer, in the names the course and the CLI use. */
export const PUBLIC_KEY = 'WrappingPublicKey.bin'
export const TOKEN = 'ImportToken.bin'

export const ALGORITHMS = [
  'RSAES_OAEP_SHA_256',
  'RSAES_OAEP_SHA_1',
  'RSA_AES_KEY_WRAP_SHA_256',
  'RSA_AES_KEY_WRAP_SHA_1',
] as const

export type TransferAlgorithm = (typeof ALGORITHMS)[number]
