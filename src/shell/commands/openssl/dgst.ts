import { encodeHex, decodeHex } from '../../../bytes/hex.ts'
import type { Bytes } from '../../../bytes/bytes.ts'
import { encodeUtf8 } from '../../../bytes/utf8.ts'
import { readPkcs8 } from '../../../bytes/pkcs8.ts'
import { readSpki } from '../../../bytes/spki.ts'
import { nobleDigest, nobleHmac } from '../../../crypto/noble-hash.ts'
import { FileError } from '../../files.ts'
import { digestNamed, NOT_HERE } from './digests.ts'
import type { Io, Subcommand } from './io.ts'
import { loadKey } from './key-file.ts'
import { parseOptions, seeHelp, type Kind } from './options.ts'
import { provider } from './provider.ts'
import { badSignature, saltOf, wrongLength } from './signatures.ts'

const TABLE: Readonly<Record<string, Kind>> = {
  c: 'flag', r: 'flag', hex: 'flag', binary: 'flag', out: 'text', sign: 'text', verify: 'text', prverify: 'text',
  signature: 'text', keyform: 'format', hmac: 'text', mac: 'text', macopt: 'text', sigopt: 'text', passin: 'text',
  list: 'flag', help: 'flag',
} // biome-ignore format: one glance

/** https://docs.openssl.org/3.0/man1/openssl-dgst/ and the digests that are commands of their own. */
export const dgst: Subcommand = async (io, args, name) => {
  const own = name === 'dgst' ? undefined : name
  let asked = own
  const options = parseOptions(io, name, args, TABLE, (word) => {
    if (digestNamed(word)) {
      asked = word
      return true
    }
    if (NOT_HERE.test(word)) io.fail(`${name}: ${word} is not simulated; SHA-1 and SHA-2 are`)
    io.err(`${name}: Unknown option or message digest: ${word}`)
    io.err(seeHelp(name))
    io.queue(
      `0308010C:digital envelope routines:inner_evp_generic_fetch:unsupported:../crypto/evp/evp_fetch.c:386:Global default library context, Algorithm (${word} : 0), Properties (<null>)`,
    )
    return io.fail()
  })
  if (options.has('help')) {
    io.err(`Usage: ${name} [options] [file...]`)
    return 0
  }
  const digest = digestNamed(asked ?? 'sha256')
  if (!digest) return io.fail(`${name}: ${name} is not simulated; SHA-1 and SHA-2 are`)
  const signing = options.text('sign')
  const verifying = options.text('verify') ?? options.text('prverify')
  if (signing !== undefined || verifying !== undefined) {
    const [file] = options.rest
    return sign(io, { digest, signing, verifying, file, options })
  }
  const key = hmacKey(io, options)
  const shown = asked === undefined ? 'SHA256' : digest.shown
  const label = key ? `HMAC-${digest.shown}` : shown
  const files: (string | undefined)[] = options.rest.length > 0 ? [...options.rest] : [undefined]
  const said: Bytes[] = []
  let failed = 0
  for (const file of files) {
    const content = await contentOf(io, file)
    if (!content) {
      failed++
      continue
    }
    const value = key ? nobleHmac(digest.hash, key, content) : nobleDigest(digest.hash, content)
    said.push(
      options.has('binary') ? value : encodeUtf8(lineOf(options, label, file ?? 'stdin', encodeHex(value))),
    )
  }
  const all = new Uint8Array(said.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const each of said) {
    all.set(each, at)
    at += each.length
  }
  if (said.length > 0 || options.text('out') !== undefined) await io.write(options.text('out'), all)
  return failed > 0 ? 1 : 0
}

function lineOf(options: ReturnType<typeof parseOptions>, label: string, file: string, hex: string): string {
  if (options.has('r')) return `${hex} *${file}\n`
  const value = options.has('c') ? (hex.match(/../g) ?? []).join(':') : hex
  return `${label}(${file})= ${value}\n`
}

async function contentOf(io: Io, file: string | undefined): Promise<Bytes | undefined> {
  if (file === undefined) return io.context.stdin
  try {
    return await io.context.files.read(file)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    io.err(`${file}: ${error.message}`)
    io.queue(
      `80000002:system library:file_ctrl:${error.message}:../crypto/bio/bss_file.c:297:calling fopen(${file}, r)`,
    )
    io.queue('10080002:BIO routines:file_ctrl:system lib:../crypto/bio/bss_file.c:300:')
    return undefined
  }
}

function hmacKey(io: Io, options: ReturnType<typeof parseOptions>): Bytes | undefined {
  const text = options.text('hmac')
  if (text !== undefined) return encodeUtf8(text)
  const mac = options.text('mac')
  if (mac === undefined) return undefined
  if (mac.toUpperCase() !== 'HMAC') return io.fail(`dgst: -mac ${mac} is not simulated; HMAC is`)
  for (const option of options.all('macopt')) {
    const [, kind, value = ''] = /^(key|hexkey):(.*)$/s.exec(option) ?? []
    if (kind === 'key') return encodeUtf8(value)
    if (kind !== 'hexkey') continue
    try {
      return decodeHex(value.toLowerCase())
    } catch {
      io.fail('dgst: MAC parameter error "hexkey"')
    }
  }
  io.err('dgst: Error generating HMAC key')
  io.queue(
    '1C80009E:Provider routines:mac_gen:invalid key:../providers/implementations/keymgmt/mac_legacy_kmgmt.c:498:',
  )
  return io.fail()
}

interface Signing {
  readonly digest: NonNullable<ReturnType<typeof digestNamed>>
  readonly signing: string | undefined
  readonly verifying: string | undefined
  readonly file: string | undefined
  readonly options: ReturnType<typeof parseOptions>
}

async function sign(io: Io, { digest, signing, verifying, file, options }: Signing): Promise<number> {
  const sigopts = options.all('sigopt')
  const pss = sigopts.includes('rsa_padding_mode:pss')
  const crypto = await provider()
  if (signing !== undefined) {
    const { pkcs8 } = await loadKey(io, signing, {
      what: 'private key',
      pub: false,
      format: options.text('keyform'),
    })
    const message = await contentOf(io, file)
    if (!message || !pkcs8) return 1
    const info = readPkcs8(pkcs8)
    if (info.kind === 'rsa') {
      saltOf(io, sigopts, digest.hash)
      await io.write(
        options.text('out'),
        await crypto.rsaSign(pss ? 'PSS' : 'PKCS1', pkcs8, digest.hash, message),
      )
      return 0
    }
    if (info.kind === 'ec' && info.curve) {
      await io.write(options.text('out'), await crypto.ecdsaSign(info.curve, pkcs8, digest.hash, message))
      return 0
    }
    return io.fail('Error setting context')
  }
  const pub = options.has('verify')
  const { spki } = await loadKey(io, verifying, {
    what: pub ? 'public key' : 'private key',
    pub,
    format: options.text('keyform'),
  })
  const signature = options.text('signature')
  if (signature === undefined) return io.fail('No signature to verify: use the -signature option')
  const [bytes, message] = [await io.read(signature), await contentOf(io, file)]
  if (!message) return 1
  const info = readSpki(spki)
  let right = false
  if (info.kind === 'rsa') {
    if (bytes.length !== Math.ceil(info.modulusBits / 8)) {
      for (const line of wrongLength(pss)) io.queue(line)
      io.out('Verification failure\n')
      return 1
    }
    right = await crypto.rsaVerify(pss ? 'PSS' : 'PKCS1', spki, digest.hash, bytes, message)
    if (!right && !pss) for (const line of badSignature) io.queue(line)
  } else if (info.kind === 'ec' && info.curve) {
    right = await crypto.ecdsaVerify(info.curve, spki, digest.hash, bytes, message).catch(() => false)
  } else return io.fail('Error setting context')
  io.out(right ? 'Verified OK\n' : 'Verification failure\n')
  return right ? 0 : 1
}
