import type { WrapHash } from './wrap-here.ts'

/** What a learner does on their own side, without the service: the forms stand for openssl lines. */
export const localCommands = ['random', 'wrap'] as const
export type LocalCommand = (typeof localCommands)[number]
export const isLocal = (name: string): name is LocalCommand =>
  (localCommands as readonly string[]).includes(name)

/** @param hash undefined: openssl takes SHA-1 without a word */
export interface WrapRequest {
  readonly material: string
  readonly publicKey: string
  readonly output: string
  readonly hash: WrapHash | undefined
}

export const randomCommand = (output: string, count: string) =>
  `openssl rand -out ${word(output)} ${word(count)}`

export function wrapCommand({ material, publicKey, output, hash }: WrapRequest): string {
  const md =
    hash === undefined
      ? ''
      : ` \\\n  -pkeyopt rsa_oaep_md:${hash === 'SHA-1' ? 'sha1' : 'sha256'} -pkeyopt rsa_mgf1_md:${hash === 'SHA-1' ? 'sha1' : 'sha256'}`
  return `openssl pkeyutl -encrypt -in ${word(material)} -out ${word(output)} \\\n  -pubin -inkey ${word(publicKey)} -keyform DER \\\n  -pkeyopt rsa_padding_mode:oaep${md}`
}

/** As a shell reads it; an empty name stays visible. */
const word = (text: string) =>
  text === '' ? "''" : /^[A-Za-z0-9_./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
