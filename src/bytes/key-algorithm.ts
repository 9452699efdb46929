import { oidOf, requireNull, sequenceOf } from './der-value.ts'
import { DerError, TAG, type DerNode } from './der.ts'

export type NamedCurve = 'P-256' | 'P-384' | 'P-521' | 'secp256k1'

/** RFC 3279, RFC 5480, SEC 2, RFC 8410. */
export const OID = {
  rsaEncryption: '1.2.840.113549.1.1.1',
  ecPublicKey: '1.2.840.10045.2.1',
  ed25519: '1.3.101.112',
} as const

const CURVES: readonly { oid: string; name: NamedCurve; fieldBytes: number }[] = [
  { oid: '1.2.840.10045.3.1.7', name: 'P-256', fieldBytes: 32 },
  { oid: '1.3.132.0.34', name: 'P-384', fieldBytes: 48 },
  { oid: '1.3.132.0.35', name: 'P-521', fieldBytes: 66 },
  { oid: '1.3.132.0.10', name: 'secp256k1', fieldBytes: 32 },
]

export type PostQuantumSet = keyof typeof POST_QUANTUM

/** RFC 9881 and RFC 9935: number of the parameter set, and bytes of the public key and of the private key's seed. */
const POST_QUANTUM = {
  'ML-DSA-44': { oid: '2.16.840.1.101.3.4.3.17', publicBytes: 1312, seedBytes: 32 },
  'ML-DSA-65': { oid: '2.16.840.1.101.3.4.3.18', publicBytes: 1952, seedBytes: 32 },
  'ML-DSA-87': { oid: '2.16.840.1.101.3.4.3.19', publicBytes: 2592, seedBytes: 32 },
  'ML-KEM-512': { oid: '2.16.840.1.101.3.4.4.1', publicBytes: 800, seedBytes: 64 },
  'ML-KEM-768': { oid: '2.16.840.1.101.3.4.4.2', publicBytes: 1184, seedBytes: 64 },
  'ML-KEM-1024': { oid: '2.16.840.1.101.3.4.4.3', publicBytes: 1568, seedBytes: 64 },
} as const
const POST_QUANTUM_SETS = Object.keys(POST_QUANTUM) as PostQuantumSet[]

export const postQuantumRow = (set: PostQuantumSet) => POST_QUANTUM[set]
export const curveOid = (name: NamedCurve): string => curveRow(name).oid
/** Bytes of one coordinate, and of r and of s in a raw signature. */
export const fieldBytes = (name: NamedCurve): number => curveRow(name).fieldBytes

function curveRow(name: NamedCurve) {
  return CURVES.find((curve) => curve.name === name) as (typeof CURVES)[number]
}

/** What an AlgorithmIdentifier says of a key (RFC 5280, 4.1.1.2). */
export type KeyAlgorithm =
  | { readonly kind: 'rsa' }
  | { readonly kind: 'ed25519' }
  /** `curve` is undefined for a named curve outside our four, such as brainpool. */
  | {
      readonly kind: 'ec'
      readonly explicit: false
      readonly curveOid: string
      readonly curve: NamedCurve | undefined
    }
  /** The curve is spelled out as numbers instead of named; KMS takes named curves only. */
  | { readonly kind: 'ec'; readonly explicit: true }
  | { readonly kind: 'post-quantum'; readonly set: PostQuantumSet; readonly oid: string }
  | { readonly kind: 'other'; readonly oid: string }

/** @throws DerError */
export function readKeyAlgorithm(node: DerNode | undefined): KeyAlgorithm {
  const [id, parameters, ...rest] = sequenceOf(node)
  if (rest.length > 0) throw new DerError('value', 'an AlgorithmIdentifier has at most two parts')
  const oid = oidOf(id)
  switch (oid) {
    case OID.rsaEncryption:
      requireNull(parameters)
      return { kind: 'rsa' }
    case OID.ed25519:
      if (parameters !== undefined)
        throw new DerError('value', 'Ed25519 has no parameters (RFC 8410, section 3)')
      return { kind: 'ed25519' }
    case OID.ecPublicKey:
      if (parameters?.tag === TAG.SEQUENCE) return { kind: 'ec', explicit: true }
      return namedCurve(oidOf(parameters))
    default:
      return postQuantumOr(oid, parameters)
  }
}

function postQuantumOr(oid: string, parameters: DerNode | undefined): KeyAlgorithm {
  const set = POST_QUANTUM_SETS.find((one) => POST_QUANTUM[one].oid === oid)
  if (set === undefined) return { kind: 'other', oid }
  if (parameters !== undefined)
    throw new DerError('value', `${set} has no parameters (RFC 9881, section 2; RFC 9935, section 3)`)
  return { kind: 'post-quantum', set, oid }
}

function namedCurve(oid: string): KeyAlgorithm {
  return {
    kind: 'ec',
    explicit: false,
    curveOid: oid,
    curve: CURVES.find((curve) => curve.oid === oid)?.name,
  }
}
