import type { Bytes } from '../../../bytes/bytes.ts'
import { readPkcs8 } from '../../../bytes/pkcs8.ts'
import { readSpki } from '../../../bytes/spki.ts'
import { digestLength } from '../../../crypto/noble-hash.ts'
import type { Hash } from '../../../crypto/provider.ts'
import { digestNamed } from './digests.ts'
import { Stop, type Io, type Subcommand } from './io.ts'
import { loadKey, type LoadedKey } from './key-file.ts'
import { parseOptions, seeHelp, type Kind, type Parsed } from './options.ts'
import { provider } from './provider.ts'
import { randomBytes } from './rand.ts'
import { rsaDecrypt, rsaEncrypt, RsaFault, type Padding } from './rsa.ts'
import { badSignature, saltOf, wrongLength } from './signatures.ts'

const TABLE: Readonly<Record<string, Kind>> = {
  in: 'text', out: 'text', inkey: 'text', keyform: 'format', pubin: 'flag', passin: 'text', peerkey: 'text',
  peerform: 'format', encrypt: 'flag', decrypt: 'flag', sign: 'flag', verify: 'flag', verifyrecover: 'flag',
  derive: 'flag', sigfile: 'text', pkeyopt: 'text', rawin: 'flag', digest: 'text', hexdump: 'flag', asn1parse: 'flag',
  rev: 'flag', kdf: 'text', help: 'flag',
} // biome-ignore format: one glance

type Act = 'encrypt' | 'decrypt' | 'sign' | 'verify' | 'derive'
const ACTS: readonly Act[] = ['encrypt', 'decrypt', 'verify', 'derive', 'sign']
const FAILED: Readonly<Record<string, string>> = { derive: 'Key derivation failed' }

/** https://docs.openssl.org/3.0/man1/openssl-pkeyutl/ */
export const pkeyutl: Subcommand = async (io, args) => {
  const options = parseOptions(io, 'pkeyutl', args, TABLE)
  if (options.has('help')) {
    io.err('Usage: pkeyutl [options]')
    return 0
  }
  for (const name of ['kdf', 'verifyrecover', 'rev', 'asn1parse', 'hexdump'])
    if (options.has(name)) io.fail(`pkeyutl: -${name} is not simulated`)
  if (options.rest.length > 0) io.fail(seeHelp('pkeyutl'))
  const inkey = options.text('inkey')
  if (inkey === undefined)
    return io.fail('pkeyutl: no private key given (-inkey parameter).', seeHelp('pkeyutl'))
  const act = ACTS.findLast((each) => options.has(each)) ?? 'sign'
  const key = await openKey(io, act, inkey, options)
  const settings = settingsOf(io, act, key, options.all('pkeyopt'))

  if (act === 'derive') return derive(io, key, options)
  if (act === 'verify' && options.text('sigfile') === undefined)
    io.fail('pkeyutl: No signature file specified for verify')
  if (act !== 'verify' && options.has('sigfile')) io.fail('pkeyutl: Signature file specified for non verify')
  const input = await io.read(options.text('in'))
  if (act === 'encrypt' || act === 'decrypt') return cipher(io, act, key, settings, input, options)
  return signature(io, act, key, settings, input, options)
}

async function openKey(io: Io, act: Act, inkey: string, options: Parsed): Promise<LoadedKey> {
  const pub = options.has('pubin')
  const initFails = (error: unknown): never => {
    if (error instanceof Stop) io.err('pkeyutl: Error initializing context')
    throw error
  }
  const key = await loadKey(io, inkey, {
    what: pub ? 'public key' : 'private key',
    pub,
    format: options.text('keyform'),
  }).catch(initFails)
  if (pub && ['decrypt', 'sign', 'derive'].includes(act))
    io.fail('A private key is needed for this operation', 'pkeyutl: Error initializing context')
  if ((act === 'encrypt' || act === 'decrypt') && readSpki(key.spki).kind !== 'rsa') {
    io.err('pkeyutl: Error initializing context')
    io.queue(
      '03000096:digital envelope routines:evp_pkey_asym_cipher_init:operation not supported for this keytype:../crypto/evp/asymcipher.c:188:',
    )
    throw new Stop()
  }
  return key
}

interface Settings {
  readonly mode: string
  readonly hash?: Hash | undefined
  readonly mask?: Hash | undefined
  readonly digest?: Hash | undefined
  readonly raw: readonly string[]
}

const MODES = ['pkcs1', 'oaep', 'none', 'pss', 'x931']
const DIGEST_OPTIONS = { rsa_oaep_md: 'hash', rsa_mgf1_md: 'mask', digest: 'digest' } as const

/** The -pkeyopt values, in order; the first that does not fit ends the command. */
function settingsOf(io: Io, act: Act, key: LoadedKey, all: readonly string[]): Settings {
  const settings: { -readonly [K in keyof Settings]: Settings[K] } = { mode: 'pkcs1', raw: all }
  const rsa = readSpki(key.spki).kind === 'rsa'
  for (const option of all) {
    const at = option.indexOf(':')
    const refuse = (queue?: string): never => {
      io.err(`pkeyutl: Can't set parameter "${option}":`)
      if (queue) io.queue(queue)
      throw new Stop()
    }
    if (at < 0) refuse()
    const [name, value] = [option.slice(0, at), option.slice(at + 1)]
    const unknown = () =>
      refuse(
        `03000093:digital envelope routines:default_fixup_args:command not supported:../crypto/evp/ctrl_params_translate.c:582:[action:2, state:${STATES[act]}] name=${name}, value=${value}`,
      )
    if (name === 'rsa_padding_mode' && rsa) {
      settings.mode = MODES.includes(value) ? value : 'unknown'
      if (value === 'x931') io.fail('pkeyutl: rsa_padding_mode:x931 is not simulated')
    } else if (name === 'rsa_pss_saltlen' && rsa) continue
    else if (name === 'ecdh_cofactor_mode' || name === 'ecdh_kdf_md')
      io.fail(`pkeyutl: ${name} is not simulated`)
    else if (Object.hasOwn(DIGEST_OPTIONS, name) && (rsa || name === 'digest')) {
      const digest = digestNamed(value)
      if (!digest)
        refuse(
          `0308010C:digital envelope routines:inner_evp_generic_fetch:unsupported:../crypto/evp/evp_fetch.c:386:Global default library context, Algorithm (${value} : 0), Properties ()`,
        )
      else settings[DIGEST_OPTIONS[name as keyof typeof DIGEST_OPTIONS]] = digest.hash
    } else unknown()
  }
  return settings
}

/** How OpenSSL numbers what a context is doing. */
const STATES: Readonly<Record<Act, number>> = { encrypt: 4, decrypt: 4, sign: 4, verify: 4, derive: 4 }

async function cipher(
  io: Io,
  act: 'encrypt' | 'decrypt',
  key: LoadedKey,
  { mode, hash, mask }: Settings,
  input: Bytes,
  options: Parsed,
): Promise<number> {
  const padding: Padding | undefined =
    mode === 'oaep'
      ? { mode, hash: hash ?? 'SHA-1', mask: mask ?? hash ?? 'SHA-1' }
      : mode === 'pkcs1' || mode === 'none'
        ? { mode }
        : undefined
  try {
    if (!padding)
      throw new RsaFault(
        act === 'encrypt'
          ? '02000076:rsa routines:rsa_ossl_public_encrypt:unknown padding type:../crypto/rsa/rsa_ossl.c:126:'
          : '02000076:rsa routines:rsa_ossl_private_decrypt:unknown padding type:../crypto/rsa/rsa_ossl.c:483:',
      )
    const random = await drawn(io, 4_096)
    await io.write(
      options.text('out'),
      act === 'encrypt'
        ? rsaEncrypt(key.spki, padding, input, random)
        : rsaDecrypt(key.pkcs8 as Bytes, padding, input),
    )
    return 0
  } catch (error) {
    if (!(error instanceof RsaFault)) throw error
    io.err('Public Key operation error')
    for (const line of error.queue) io.queue(line)
    return 1
  }
}

/** Bytes at hand for a synchronous reader. */
async function drawn(io: Io, length: number): Promise<(length: number) => Bytes> {
  let pool = await randomBytes(io, length)
  return (wanted) => {
    const bytes = pool.slice(0, wanted)
    pool = pool.slice(wanted)
    if (bytes.length < wanted) throw new RangeError('more random bytes than were drawn')
    return bytes
  }
}

async function derive(io: Io, key: LoadedKey, options: Parsed): Promise<number> {
  const peer = options.text('peerkey')
  const own = readPkcs8(key.pkcs8 as Bytes)
  if (own.kind !== 'ec' || !own.curve || own.curve === 'secp256k1')
    return io.fail('pkeyutl: -derive is simulated for P-256, P-384 and P-521')
  if (peer === undefined) {
    io.err(FAILED.derive as string)
    io.queue(
      '1C800080:Provider routines:ecdh_plain_derive:missing key:../providers/implementations/exchange/ecdh_exch.c:429:',
    )
    return 1
  }
  const other = await loadKey(io, peer, {
    what: 'public key of peer key',
    pub: true,
    format: options.text('peerform'),
  }).catch((error: unknown) => {
    if (error instanceof Stop) {
      io.err(`Error reading peer key ${peer}`)
      io.err('pkeyutl: Error setting up peer key')
    }
    throw error
  })
  const info = readSpki(other.spki)
  if (info.kind !== 'ec') {
    io.err('pkeyutl: Error setting up peer key')
    io.queue(
      '03000096:digital envelope routines:EVP_PKEY_derive_set_peer_ex:operation not supported for this keytype:../crypto/evp/exchange.c:445:',
    )
    return 1
  }
  if (info.curve !== own.curve) {
    io.err('pkeyutl: Error setting up peer key')
    io.queue(
      '1C8000E4:Provider routines:ecdh_match_params:mismatching domain parameters:../providers/implementations/exchange/ecdh_exch.c:183:',
    )
    return 1
  }
  const crypto = await provider()
  await io.write(options.text('out'), await crypto.ecdh(own.curve, key.pkcs8 as Bytes, other.spki))
  return 0
}

/** Longer than any digest, so the real one thinks that the whole message was given. */
const NO_HASH = 64

async function signature(
  io: Io,
  act: 'sign' | 'verify',
  key: LoadedKey,
  { mode, digest, raw }: Settings,
  input: Bytes,
  options: Parsed,
): Promise<number> {
  const info = readSpki(key.spki)
  const named = options.text('digest')
  const rawin = options.has('rawin')
  if (named !== undefined && !rawin)
    io.fail('pkeyutl: -digest can only be used with -rawin', seeHelp('pkeyutl'))
  const hash = (named === undefined ? undefined : digestNamed(named)?.hash) ?? digest ?? 'SHA-256'
  if (!rawin && input.length > NO_HASH && info.kind !== 'ed25519')
    io.fail('Error: The input data looks too long to be a hash')
  const crypto = await provider()
  const pss = mode === 'pss'
  const form = rawin ? 'message' : 'digest'
  const expected = digestLength(hash)

  if (info.kind === 'rsa' && !rawin && !digest)
    io.fail('pkeyutl: name the digest with -pkeyopt digest:...; a signature over raw bytes is not simulated')
  if (info.kind === 'rsa') saltOf(io, raw, hash)
  if (info.kind === 'rsa' && !rawin && input.length !== expected) {
    io.err('Public Key operation error')
    io.queue(
      '1C8000A6:Provider routines:rsa_sign:invalid digest length:../providers/implementations/signature/rsa_sig.c:537:',
    )
    return 1
  }
  if (act === 'sign') {
    const pkcs8 = key.pkcs8 as Bytes
    const made =
      info.kind === 'rsa'
        ? await crypto.rsaSign(pss ? 'PSS' : 'PKCS1', pkcs8, hash, input, form)
        : info.kind === 'ec' && info.curve
          ? await ecdsa(crypto, info.curve, pkcs8, input, rawin ? hash : undefined)
          : info.kind === 'ed25519' && rawin
            ? await crypto.ed25519Sign(pkcs8, input)
            : io.fail('pkeyutl: this key cannot sign that here; add -rawin')
    await io.write(options.text('out'), made)
    return 0
  }
  const bytes = await io.read(options.text('sigfile'))
  const lengthIsRight = info.kind !== 'rsa' || bytes.length === Math.ceil(info.modulusBits / 8)
  if (!lengthIsRight) for (const line of wrongLength(pss)) io.queue(line)
  const right =
    lengthIsRight &&
    (info.kind === 'rsa'
      ? await crypto.rsaVerify(pss ? 'PSS' : 'PKCS1', key.spki, hash, bytes, input, form)
      : info.kind === 'ec' && info.curve
        ? await crypto
            .ecdsaVerify(info.curve, key.spki, sizedHash(input, rawin ? hash : undefined), bytes, input, form)
            .catch(() => false)
        : info.kind === 'ed25519' && (await crypto.ed25519Verify(key.spki, bytes, input)))
  if (!right && lengthIsRight && info.kind === 'rsa' && !pss) for (const line of badSignature) io.queue(line)
  io.out(right ? 'Signature Verified Successfully\n' : 'Signature Verification Failure\n')
  return right ? 0 : 1
}

/** ECDSA over a digest needs no name of the hash; its length tells which of ours to call it. */
function sizedHash(input: Bytes, named: Hash | undefined): Hash {
  if (named) return named
  const fits = (['SHA-1', 'SHA-224', 'SHA-256', 'SHA-384', 'SHA-512'] as const).find(
    (each) => digestLength(each) === input.length,
  )
  return fits ?? 'SHA-256'
}

const ecdsa = (
  crypto: Awaited<ReturnType<typeof provider>>,
  curve: 'P-256' | 'P-384' | 'P-521' | 'secp256k1',
  pkcs8: Bytes,
  input: Bytes,
  named: Hash | undefined,
) => crypto.ecdsaSign(curve, pkcs8, sizedHash(input, named), input, named ? 'message' : 'digest')
