import { forgeRsa } from '../forge-rsa.ts'
import type { CryptoProvider } from '../provider.ts'
import { pureProvider } from '../pure.ts'
import { webCryptoProvider } from '../web-crypto.ts'

/** Every implementation of the port: each passes the same vectors. */
export const providers: readonly CryptoProvider[] = [webCryptoProvider(), pureProvider(forgeRsa)]
