import type { Bytes } from '../../bytes/bytes.ts'
import { KmsError } from '../../kms/errors.ts'
import { testAccount } from '../../kms/testing/account.ts'
import { dice } from './dice.ts'
import { opensslCli } from './openssl-cli.ts'
import { wrapWithOpenssl, type Wrapping } from './openssl-wrap.ts'
import { pooledRsa } from './real-client.ts'

const RSA_FILES = 2

interface Wrong {
  /** The algorithm that openssl is told, when it is not the one of the request */
  readonly wrapAs?: string
  /** A public key that is not the one of the request */
  readonly forKey?: Uint8Array
  readonly spoil?: (blob: Bytes) => Bytes
}

/** An account of the engine on one side, the real openssl on the other, and nothing of ours between them. */
export function opensslLab(seed: number) {
  const cli = opensslCli()
  const roll = dice(seed)
  const account = testAccount({ crypto: pooledRsa() })
  const rsa = new Map<number, Promise<Uint8Array>[]>()

  /** @returns PKCS#8 in DER, by the two steps of AWS's guide: what genpkey writes is the older form */
  async function pkcs8(...generator: readonly string[]): Promise<Uint8Array> {
    const made = cli.file(await cli.openssl('genpkey', ...generator, '-outform', 'DER'))
    return cli.openssl('pkcs8', '-topk8', '-nocrypt', '-inform', 'DER', '-in', made, '-outform', 'DER')
  }

  return {
    cli,
    account,
    dice: roll,

    /** RSA pairs take openssl up to seconds, so there are a few of each size. */
    rsaKey(bits: number): Promise<Uint8Array> {
      const files = rsa.get(bits) ?? []
      rsa.set(bits, files)
      if (files.length < RSA_FILES)
        files.push(pkcs8('-quiet', '-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`))
      return roll.pick(files)
    },
    ecKey: (curve: string) => pkcs8('-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`),
    ed25519Key: () => pkcs8('-algorithm', 'ED25519'),

    /** What openssl itself makes of a private key: SPKI in DER. */
    publicHalf: (privateKey: Uint8Array): Promise<Buffer> =>
      cli.openssl('pkey', '-inform', 'DER', '-in', cli.file(privateKey), '-pubout', '-outform', 'DER'),

    /** GetParametersForImport, openssl, ImportKeyMaterial. A trial that goes wrong on purpose changes one of them. */
    async importWrapped(
      KeyId: string,
      { algorithm, spec }: Wrapping,
      material: Uint8Array,
      { wrapAs = algorithm, forKey, spoil = (blob) => blob }: Wrong = {},
    ): Promise<any> {
      const { PublicKey, ImportToken } = await account.call('GetParametersForImport', {
        KeyId,
        WrappingAlgorithm: algorithm,
        WrappingKeySpec: spec,
      })
      const blob = await wrapWithOpenssl(cli, wrapAs, forKey ?? PublicKey, material)
      return account.call('ImportKeyMaterial', {
        KeyId,
        ImportToken,
        EncryptedKeyMaterial: spoil(blob),
        ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      })
    },
  }
}

export type OpensslLab = ReturnType<typeof opensslLab>

/** @returns the code of AWS's refusal, or "answered" */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'answered'
  } catch (error) {
    if (error instanceof KmsError) return error.code
    throw error
  }
}
