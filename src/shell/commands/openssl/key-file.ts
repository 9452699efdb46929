import type { Bytes } from '../../../bytes/bytes.ts'
import { sequenceOf, unsignedOf } from '../../../bytes/der-value.ts'
import { writeNull, writeOctets, writeOid, writeSequence, writeUnsigned } from '../../../bytes/der-write.ts'
import { readDer } from '../../../bytes/der.ts'
import { curveOid, OID } from '../../../bytes/key-algorithm.ts'
import { decodePem, type PemBlock } from '../../../bytes/pem.ts'
import { readPkcs8 } from '../../../bytes/pkcs8.ts'
import { readSpki } from '../../../bytes/spki.ts'
import { publicHalf } from '../../../crypto/public-half.ts'
import { FileError } from '../../files.ts'
import { latin1 } from './base64-text.ts'
import { Stop, type Io } from './io.ts'
import { isDer } from './options.ts'

export interface LoadedKey {
  /** Absent for a public key */
  readonly pkcs8?: Bytes
  readonly spki: Bytes
}

/** What the messages call it */
export type What = 'key' | 'private key' | 'public key' | 'key of Public Key' | 'public key of peer key'

export interface Wanted {
  readonly what: What
  readonly pub: boolean
  readonly format?: string | undefined
}

const UNSUPPORTED =
  '1608010C:STORE routines:ossl_store_handle_load_result:unsupported:../crypto/store/store_result.c:149:'
const NO_DATA =
  '1E08010C:DECODER routines:OSSL_DECODER_from_bio:unsupported:../crypto/encode_decode/decoder_lib.c:103:No supported data to decode. '

/** Reads a key of any form that OpenSSL's file store reads here: PEM or DER, PKCS#8, PKCS#1, SEC 1 or public. */
export async function loadKey(io: Io, path: string | undefined, wanted: Wanted): Promise<LoadedKey> {
  const name = path ?? '<stdin>'
  let bytes: Bytes
  try {
    bytes = path === undefined ? io.context.stdin : await io.context.files.read(path)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    io.err(`Could not open file or uri for loading ${wanted.what} from ${name}`)
    io.queue(
      '16000069:STORE routines:ossl_store_get0_loader_int:unregistered scheme:../crypto/store/store_register.c:237:scheme=file',
    )
    io.queue(
      `80000002:system library:file_open:${error.message}:../providers/implementations/storemgmt/file_store.c:266:calling stat(${name})`,
    )
    throw new Stop()
  }
  const der = isDer(wanted.format)
  const pem = wanted.format !== undefined && !der
  const blocks = pemBlocks(bytes)
  const found = der ? readAny(bytes) : (firstOf(blocks) ?? (pem ? undefined : readAny(bytes)))
  if (found && (wanted.pub ? !found.pkcs8 : found.pkcs8)) return found

  io.err(`Could not read ${wanted.what} from ${name}`)
  for (const line of complaints(bytes, blocks, found, { der, pem, pub: wanted.pub })) io.queue(line)
  throw new Stop()
}

/** How many lines OpenSSL leaves in its queue for which content: seen with 3.0.19, not explained anywhere. */
function complaints(
  bytes: Bytes,
  blocks: readonly PemBlock[],
  found: LoadedKey | undefined,
  { der, pem, pub }: { readonly der: boolean; readonly pem: boolean; readonly pub: boolean },
): readonly string[] {
  if (found) return !pub && blocks.length > 0 ? [UNSUPPORTED, UNSUPPORTED] : [UNSUPPORTED]
  if (pem || bytes.length < 100) return []
  const noData = der ? `${NO_DATA}Input type: DER` : NO_DATA
  if (!isText(bytes))
    return [UNSUPPORTED, UNSUPPORTED, noData, noData, UNSUPPORTED, noData, UNSUPPORTED, noData]
  const lines = [UNSUPPORTED, UNSUPPORTED, noData, UNSUPPORTED, UNSUPPORTED, noData]
  return der && blocks.length > 0 ? [...lines, UNSUPPORTED] : lines
}

const isText = (bytes: Bytes) =>
  bytes.every((byte) => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127))

function pemBlocks(bytes: Bytes): readonly PemBlock[] {
  try {
    return decodePem(latin1(bytes.subarray(0, 100_000)))
  } catch {
    return []
  }
}

function firstOf(blocks: readonly PemBlock[]): LoadedKey | undefined {
  for (const { label, der } of blocks) {
    if (!label.endsWith('KEY') || label.includes('ENCRYPTED')) continue
    const key = readAny(der)
    if (key) return key
  }
  return undefined
}

/** Any DER that is a key; undefined for everything else. */
function readAny(der: Bytes): LoadedKey | undefined {
  for (const read of [fromPkcs8, fromSpki, fromPkcs1, fromSec1]) {
    try {
      return read(der)
    } catch {
      // Not this form.
    }
  }
  return undefined
}

function fromPkcs8(der: Bytes): LoadedKey {
  readPkcs8(der)
  return { pkcs8: der, spki: publicHalf(der) }
}

function fromSpki(der: Bytes): LoadedKey {
  readSpki(der)
  return { spki: der }
}

/** RSAPrivateKey (RFC 8017, A.1.2), in the coat of PKCS#8. */
function fromPkcs1(der: Bytes): LoadedKey {
  const parts = sequenceOf(readDer(der))
  if (parts.length !== 9) throw new RangeError('not an RSAPrivateKey')
  return fromPkcs8(
    writeSequence(
      writeUnsigned(0n),
      writeSequence(writeOid(OID.rsaEncryption), writeNull()),
      writeOctets(der),
    ),
  )
}

/** ECPrivateKey (RFC 5915), whose own parameters name the curve. */
function fromSec1(der: Bytes): LoadedKey {
  const parts = sequenceOf(readDer(der))
  const parameters = parts.find(({ tag }) => tag === 0xa0)?.children[0]
  if (unsignedOf(parts[0]) !== 1n || !parameters) throw new RangeError('not an ECPrivateKey')
  const algorithm = writeSequence(writeOid(OID.ecPublicKey), parameters.whole)
  return fromPkcs8(writeSequence(writeUnsigned(0n), algorithm, writeOctets(withoutCurve(der))))
}

/** Inside PKCS#8 OpenSSL leaves the curve out of the ECPrivateKey: it stands outside already. */
function withoutCurve(der: Bytes): Bytes {
  return writeSequence(...sequenceOf(readDer(der)).flatMap(({ tag, whole }) => (tag === 0xa0 ? [] : [whole])))
}

/** The inner private key: RSAPrivateKey, or ECPrivateKey with its curve. @returns undefined where there is none */
export function traditional(pkcs8: Bytes): { readonly label: string; readonly der: Bytes } | undefined {
  const [, algorithm, key] = sequenceOf(readDer(pkcs8))
  if (!algorithm || !key) return undefined
  const info = readPkcs8(pkcs8)
  if (info.kind === 'rsa') return { label: 'RSA PRIVATE KEY', der: key.content }
  if (info.kind !== 'ec' || !info.curve) return undefined
  const [version, scalar, ...rest] = sequenceOf(readDer(key.content))
  if (!version || !scalar) return undefined
  const oid = writeOid(curveOid(info.curve))
  const parameters = new Uint8Array([0xa0, oid.length, ...oid])
  const others = rest.flatMap(({ tag, whole }) => (tag === 0xa0 ? [] : [whole]))
  return { label: 'EC PRIVATE KEY', der: writeSequence(version.whole, scalar.whole, parameters, ...others) }
}
