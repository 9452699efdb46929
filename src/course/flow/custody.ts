import { encodeBase64 } from '../../bytes/base64.ts'
import { encodeHex } from '../../bytes/hex.ts'
import { decodeUtf8 } from '../../bytes/utf8.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import { keyState } from '../../kms/key.ts'
import { gatesOf } from './gates.ts'
import { places, type Frame, type Place } from './flow-definition.ts'

/** Where a secret may be shown as bytes (course.md 3.1 draws the line; F-310 and F-204 are behind it). */
export const SECRET_PLACES: ReadonlySet<Place> = new Set(['hsm', 'disk', 'kms-hsm'])

/** Something that is at a place after a beat. A secret inside KMS has no bytes: nobody sees them there. */
export interface Thing {
  readonly name: string
  readonly kind:
    | 'material'
    | 'request'
    | 'public-key'
    | 'private-half'
    | 'token'
    | 'wrapped'
    | 'sealed'
    | 'answer'
    | 'record'
  readonly bytes?: Bytes
  readonly text?: string
}

/** Everything that is where, after a beat; what passed the wire stays with Eve. */
export function thingsAt({ beat, facts }: Frame): Readonly<Record<Place, readonly Thing[]>> {
  const { set, original, working, closed, letter, answer, key, again, trail } = facts
  const opened = gatesOf(answer)
    .slice(0, 2)
    .every(({ is }) => is === 'passed')
  const inside = key?.materials.some(({ token }) => token !== null) ?? false
  const request = (name: string, values: unknown): Thing => ({ name, kind: 'request', text: plain(values) })
  const publicKey: Thing[] = set ? [{ name: 'PublicKey.bin', kind: 'public-key', bytes: set.publicKey }] : []
  const token: Thing[] = set ? [{ name: 'ImportToken.bin', kind: 'token', bytes: set.token }] : []
  const box: Thing[] = closed ? [{ name: 'wrapped.bin', kind: 'wrapped', bytes: closed.blob }] : []
  const sent: Thing[] = letter
    ? [
        { name: 'EncryptedKeyMaterial', kind: 'wrapped', bytes: letter.blob },
        { name: 'ImportToken', kind: 'token', bytes: letter.token },
      ]
    : []
  const asked = beat >= 2 ? [request('GetParametersForImport', facts.key?.arn)] : []
  const answers: Thing[] = [facts.probe, answer, again].flatMap((call) =>
    call ? [{ name: call.operation, kind: 'answer', text: plain(call.error ?? call.output) }] : [],
  )
  return {
    hsm: original ? [{ name: 'the original', kind: 'material', bytes: original }] : [],
    disk: [
      ...publicKey,
      ...token,
      ...(working ? [{ name: 'material.bin', kind: 'material' as const, bytes: working }] : []),
      ...box,
    ],
    wire: [...asked, ...publicKey, ...token, ...sent, ...answers],
    api: [...asked, ...sent],
    'kms-hsm': [
      ...(set ? [{ name: 'private half', kind: 'private-half' as const }] : []),
      ...((beat === 7 && opened) || inside ? [{ name: 'the material', kind: 'material' as const }] : []),
    ],
    key: [
      ...(key ? [{ name: key.id, kind: 'record' as const, text: `${key.arn} ${keyState(key)}` }] : []),
      ...(key?.materials.flatMap(({ id, token: sealed }) =>
        sealed ? [{ name: `material ${id.slice(0, 8)}`, kind: 'sealed' as const, bytes: sealed }] : [],
      ) ?? []),
    ],
    log: trail.map((record, i) => ({
      name: `record ${i + 1}`,
      kind: 'record',
      text: JSON.stringify(record),
    })),
  }
}

export interface CustodyRow {
  readonly place: Place
  readonly secret: boolean
  /** Names of what is there and needs no hiding */
  readonly others: readonly string[]
}

/** The table “place, holds secret?, holds public?”. */
export function custodyOf(frame: Frame): readonly CustodyRow[] {
  const at = thingsAt(frame)
  return places.map((place) => ({
    place,
    secret: at[place].some(({ kind }) => kind === 'material'),
    others: [...new Set(at[place].filter(({ kind }) => kind !== 'material').map(({ name }) => name))],
  }))
}

/**
 * What may be drawn of a secret at a place: its bytes, or nothing at all.
 *
 * @throws RangeError where no secret may be seen: a picture that tries is wrong
 */
export function secretBytesAt(place: Place, bytes: Bytes): Bytes {
  if (!SECRET_PLACES.has(place)) throw new RangeError(`no secret may be shown at ${place}`)
  return bytes
}

/** Where the secret stands in the clear though it must not: as bytes, hex digits or base64. Empty when all is well. */
export function leaksOf(frame: Frame): readonly string[] {
  const { original, working } = frame.facts
  const secrets = [original, working].flatMap((bytes) => bytes ?? [])
  const forms = secrets.flatMap((bytes) => [
    latin(bytes),
    encodeHex(bytes),
    encodeBase64(bytes).replace(/=+$/, ''),
  ])
  const at = thingsAt(frame)
  return places
    .filter((place) => !SECRET_PLACES.has(place))
    .flatMap((place) =>
      at[place]
        .filter(({ kind, bytes, text }) => {
          const holds = [...(bytes ? [latin(bytes), safeText(bytes)] : []), ...(text ? [text] : [])]
          return kind === 'material' || holds.some((one) => forms.some((form) => one.includes(form)))
        })
        .map(({ name }) => `${name} at ${place}`),
    )
}

const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

function safeText(bytes: Bytes): string {
  try {
    return decodeUtf8(bytes)
  } catch {
    return ''
  }
}

const plain = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) => (inner instanceof Uint8Array ? latin(inner) : inner)) ?? ''
