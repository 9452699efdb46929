import { concatBytes } from '../../../bytes/bytes.ts'
import { encodeUtf8 } from '../../../bytes/utf8.ts'
import { encodePem } from '../../../bytes/pem.ts'
import { readSpki } from '../../../bytes/spki.ts'
import { latin1 } from './base64-text.ts'
import { Stop, type Io, type Subcommand } from './io.ts'
import { loadKey, traditional, type LoadedKey } from './key-file.ts'
import { keyText } from './key-text.ts'
import { isDer, parseOptions, seeHelp, type Kind, type Parsed } from './options.ts'

const TABLE: Readonly<Record<string, Kind>> = {
  in: 'text', inform: 'format', out: 'text', outform: 'format', pubin: 'flag', pubout: 'flag', noout: 'flag',
  text: 'flag', text_pub: 'flag', traditional: 'flag', check: 'flag', pubcheck: 'flag', passin: 'text',
  passout: 'text', modulus: 'flag', RSAPublicKey_in: 'flag', RSAPublicKey_out: 'flag', conv_form: 'text',
  param_enc: 'text', param_out: 'flag', help: 'flag',
} // biome-ignore format: one glance

/** @param old which forms carry the algorithm's own structure instead of PKCS#8 */
async function write(
  io: Io,
  options: Parsed,
  key: LoadedKey,
  old: { readonly pem: boolean; readonly der: boolean },
): Promise<void> {
  const der = isDer(options.text('outform'))
  const parts = [new Uint8Array()]
  const pubOut = options.has('pubout') || options.has('pubin')
  if (!options.has('noout')) {
    const inner = (der ? old.der : old.pem) && key.pkcs8 && !pubOut ? traditional(key.pkcs8) : undefined
    const [label, bytes] = pubOut
      ? (['PUBLIC KEY', key.spki] as const)
      : inner
        ? ([inner.label, inner.der] as const)
        : (['PRIVATE KEY', key.pkcs8 ?? key.spki] as const)
    parts.push(der ? bytes : encodeUtf8(encodePem(label, bytes)))
  }
  await io.write(options.text('out'), concatBytes(...parts))
}

function textOf(io: Io, key: LoadedKey): string {
  const text = keyText(key)
  return text ?? io.fail('this kind of key has no text here')
}

/** https://docs.openssl.org/3.0/man1/openssl-pkey/ */
export const pkey: Subcommand = async (io, args) => {
  const options = parseOptions(io, 'pkey', args, TABLE, encrypted(io, 'pkey'))
  if (options.has('help')) return usage(io, 'pkey')
  if (options.rest.length > 0) io.fail(seeHelp('pkey'))
  refuse(io, 'pkey', options, ['check', 'pubcheck', 'conv_form', 'param_enc', 'param_out', 'modulus'])
  const pub = options.has('pubin')
  const key = await loadKey(io, options.text('in'), {
    what: pub ? 'key of Public Key' : 'key',
    pub,
    format: options.text('inform'),
  })
  await write(io, options, key, { pem: options.has('traditional'), der: true })
  if (options.has('text')) await appended(io, options, textOf(io, key))
  else if (options.has('text_pub')) await appended(io, options, textOf(io, { spki: key.spki }))
  return 0
}

/** Text follows the key where both go to one file. */
async function appended(io: Io, options: Parsed, text: string): Promise<void> {
  const out = options.text('out')
  if (out === undefined) return io.out(text)
  const before = options.has('noout') ? new Uint8Array() : await io.context.files.read(out)
  await io.write(out, concatBytes(before, encodeUtf8(text)))
}

/** https://docs.openssl.org/3.0/man1/openssl-rsa/ */
export const rsa: Subcommand = async (io, args) => {
  const options = parseOptions(io, 'rsa', args, TABLE, encrypted(io, 'rsa'))
  if (options.has('help')) return usage(io, 'rsa')
  if (options.rest.length > 0) io.fail(seeHelp('rsa'))
  refuse(io, 'rsa', options, ['RSAPublicKey_in', 'RSAPublicKey_out'])
  const pub = options.has('pubin')
  const key = await loadKey(io, options.text('in'), {
    what: pub ? 'public key' : 'private key',
    pub,
    format: options.text('inform'),
  })
  const info = readSpki(key.spki)
  if (info.kind !== 'rsa') return io.fail('Not an RSA key')
  if (options.has('text')) await io.write(options.text('out'), encodeUtf8(textOf(io, key)))
  if (options.has('modulus')) io.out(`Modulus=${info.modulus.toString(16).toUpperCase()}\n`)
  if (options.has('check')) io.out('RSA key ok\n')
  if (options.has('noout')) return 0
  io.err('writing RSA key')
  const old = options.has('traditional')
  await write(io, options, key, { pem: old, der: old })
  return 0
}

/** https://docs.openssl.org/3.0/man1/openssl-ec/ */
export const ec: Subcommand = async (io, args) => {
  const options = parseOptions(io, 'ec', args, TABLE, encrypted(io, 'ec'))
  if (options.has('help')) return usage(io, 'ec')
  if (options.rest.length > 0) io.fail(seeHelp('ec'))
  refuse(io, 'ec', options, ['check', 'conv_form', 'param_enc', 'param_out', 'modulus'])
  io.err('read EC key')
  const pub = options.has('pubin')
  const key = await loadKey(io, options.text('in'), {
    what: pub ? 'public key' : 'private key',
    pub,
    format: options.text('inform'),
  }).catch((error: unknown) => {
    if (error instanceof Stop) io.err('unable to load Key')
    throw error
  })
  if (options.has('text')) await io.write(options.text('out'), encodeUtf8(textOf(io, key)))
  if (options.has('noout')) return 0
  io.err('writing EC key')
  await write(io, options, key, { pem: true, der: true })
  return 0
}

/** https://docs.openssl.org/3.0/man1/openssl-pkcs8/ */
export const pkcs8: Subcommand = async (io, args) => {
  const options = parseOptions(io, 'pkcs8', args, {
    in: 'text', inform: 'format', out: 'text', outform: 'format', topk8: 'flag', nocrypt: 'flag', traditional: 'flag',
    v2: 'text', v1: 'text', iter: 'number', passin: 'text', passout: 'text', help: 'flag',
  }) // biome-ignore format: one glance
  if (options.has('help')) return usage(io, 'pkcs8')
  if (options.rest.length > 0) io.fail(seeHelp('pkcs8'))
  const [path, format] = [options.text('in'), options.text('inform')]
  if (path !== undefined) await io.read(path, 'r')
  const der = isDer(options.text('outform'))
  if (!options.has('topk8')) {
    const bytes = await io.read(path, 'r')
    const pem = /-----BEGIN PRIVATE KEY-----/.test(latin1(bytes.subarray(0, 10_000)))
    if (!options.has('nocrypt')) {
      io.err('Error reading key')
      io.queue(
        '0480006C:PEM routines:get_name:no start line:../crypto/pem/pem_lib.c:760:Expecting: ENCRYPTED PRIVATE KEY',
      )
      return 1
    }
    if (!pem && !isDer(format)) {
      io.err('Error decrypting key')
      io.queue(
        '0480006C:PEM routines:get_name:no start line:../crypto/pem/pem_lib.c:760:Expecting: PRIVATE KEY',
      )
      return 1
    }
  }
  const key = await loadKey(io, path, { what: 'key', pub: false, format })
  if (options.has('topk8') && !options.has('nocrypt'))
    return io.fail('pkcs8: keys encrypted with a pass phrase are not simulated; add -nocrypt')
  const inner =
    options.has('topk8') || !options.has('traditional') ? undefined : traditional(key.pkcs8 as never)
  const [label, bytes] = inner
    ? ([inner.label, inner.der] as const)
    : (['PRIVATE KEY', key.pkcs8 as NonNullable<typeof key.pkcs8>] as const)
  await io.write(options.text('out'), der ? bytes : encodeUtf8(encodePem(label, bytes)))
  return 0
}

const encrypted = (io: Io, command: string) => (name: string) =>
  /^(aes|des|camellia|aria|idea|seed)/.test(name) &&
  io.fail(`${command}: keys encrypted with a pass phrase (-${name}) are not simulated`)

function refuse(io: Io, command: string, options: Parsed, names: readonly string[]): void {
  const [name] = names.filter((each) => options.has(each))
  if (name !== undefined) io.fail(`${command}: -${name} is not simulated`)
}

function usage(io: Io, command: string): number {
  io.err(`Usage: ${command} [options]`)
  return 0
}
