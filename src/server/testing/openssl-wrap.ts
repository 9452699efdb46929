import { concatBytes, type Bytes } from '../../bytes/bytes.ts'
import type { OpensslCli } from './openssl-cli.ts'

export interface Wrapping {
  readonly algorithm: string
  readonly spec: string
}

/**
 * The lines of AWS's guide, run as they stand there.
 *
 * @param publicKey in DER, as GetParametersForImport gave it
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-encrypt-key-material.html
 */
export async function wrapWithOpenssl(
  cli: OpensslCli,
  algorithm: string,
  publicKey: Uint8Array,
  material: Uint8Array,
): Promise<Bytes> {
  const hash = algorithm.endsWith('SHA_256') ? 'sha256' : 'sha1'
  const key = cli.file(publicKey)
  const oaep = async (bytes: Uint8Array) => {
    const out = cli.fresh()
    const options = ['rsa_padding_mode:oaep', `rsa_oaep_md:${hash}`, `rsa_mgf1_md:${hash}`]
    await cli.openssl(
      ['pkeyutl', '-encrypt', '-in', cli.file(bytes), '-out', out],
      ['-inkey', key, '-keyform', 'DER', '-pubin'],
      options.flatMap((option) => ['-pkeyopt', option]),
    )
    return cli.read(out)
  }
  if (algorithm.startsWith('RSAES_OAEP')) return oaep(material)

  const ephemeral = new Uint8Array(await cli.openssl('rand', '32'))
  const wrapped = cli.fresh()
  await cli.openssl(
    ['enc', '-id-aes256-wrap-pad', '-iv', 'A65959A6', '-K', Buffer.from(ephemeral).toString('hex')],
    ['-in', cli.file(material), '-out', wrapped],
  )
  return concatBytes(await oaep(ephemeral), cli.read(wrapped))
}
