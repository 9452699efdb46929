import type { ShellCommand } from '../command.ts'

const SUBCOMMANDS = [
  'asn1parse', 'base64', 'dgst', 'ec', 'ecparam', 'enc', 'genpkey', 'genrsa', 'help', 'pkcs8', 'pkey', 'pkeyutl',
  'rand', 'rsa', 'sha256', 'version',
] // biome-ignore format: one glance

const MANUAL = `openssl - cryptography on the command line, as OpenSSL 3.0 does it

  openssl rand -out material.bin 32
  openssl pkeyutl -encrypt -pubin -inkey WrappingPublicKey.bin -in material.bin -out wrapped.bin \\
    -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256
  openssl enc -id-aes256-wrap-pad -K <hex> -iv A65959A6 -in key.der -out wrapped-key.bin

Subcommands: ${SUBCOMMANDS.join(', ')}.
Options, defaults, texts and exit codes are those of OpenSSL 3.0.19. OAEP uses SHA-1 unless you name a hash.

Differs: keys with a pass phrase, certificates, ciphers other than AES-CBC and AES key wrap, and generation dots are not
simulated. Random bytes come from the world of the lab.
`

/** The code of it is loaded when it is first used: it is a good part of the whole shell. */
export const openssl: ShellCommand = {
  name: 'openssl',
  summary: 'keys, wrapping, digests and random bytes, as OpenSSL 3.0 does it',
  manual: MANUAL,
  run: async (context) => (await import('./openssl/main.ts')).runOpenssl(context),
  complete: async (words, { files }) => {
    const typed = words.at(-1) ?? ''
    if (words.length <= 1)
      return SUBCOMMANDS.filter((name) => name.startsWith(typed)).map((value) => ({ value }))
    const previous = words.at(-2) ?? ''
    if (/^-(in|out|inkey|peerkey|sigfile|signature|verify|sign)$/.test(previous)) {
      const names = await files.list('.').catch(() => [])
      return names.filter((name) => name.startsWith(typed)).map((value) => ({ value }))
    }
    if (previous === '-pkeyopt')
      return ['rsa_padding_mode:oaep', 'rsa_oaep_md:sha256', 'rsa_mgf1_md:sha256', 'digest:sha256']
        .filter((option) => option.startsWith(typed))
        .map((value) => ({ value }))
    return []
  },
}
