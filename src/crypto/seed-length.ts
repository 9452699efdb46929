import type { Bytes } from '../bytes/bytes.ts'
import { fieldBytes, postQuantumRow } from '../bytes/key-algorithm.ts'
import { CryptoRefusal, type Curve, type MlDsaSet, type MlKemSet } from './provider.ts'

export type SeededKind = Curve | 'Ed25519' | MlDsaSet | MlKemSet

/** Bytes of randomness that a pair of this kind is made from: what to draw for ecPair, ed25519Pair and the ML kinds. */
export function seedLength(kind: SeededKind): number {
  switch (kind) {
    case 'P-256':
    case 'P-384':
    case 'P-521':
    case 'secp256k1':
      return fieldBytes(kind) + 8
    case 'Ed25519':
      return 32
    default:
      return postQuantumRow(kind).seedBytes
  }
}

export function requireSeed(kind: SeededKind, seed: Bytes): void {
  const length = seedLength(kind)
  if (seed.length !== length)
    throw new CryptoRefusal(`a ${kind} pair is made from ${length} bytes, got ${seed.length}`)
}
