/** A source of random bytes. */
export interface Entropy {
  /** @param length how many bytes, 0 or more */
  bytes(length: number): Uint8Array<ArrayBuffer>
}

/** Repeatable: the same seed gives the same bytes in the same order, in every browser. */
export interface SeededEntropy extends Entropy {
  /** Bytes handed out so far: store it to go on later where a world stopped. */
  position(): number
  restore(position: number): void
}

/**
 * The ChaCha20 key stream (RFC 8439, section 2.3) with an all-zero nonce.
 * Not a secret source: whoever knows the seed knows every byte. That is its purpose.
 *
 * @param seed exactly 32 bytes
 */
export function seededEntropy(seed: Uint8Array, position = 0): SeededEntropy {
  if (seed.length !== 32) throw new RangeError(`a seed has 32 bytes, got ${seed.length}`)
  const view = new DataView(seed.buffer, seed.byteOffset, seed.byteLength)
  const key = Array.from({ length: 8 }, (_, i) => view.getUint32(4 * i, true))
  let at = 0
  let block = new Uint8Array(64)
  let blockIndex = -1
  restore(position)

  function restore(to: number): void {
    if (!Number.isSafeInteger(to) || to < 0) throw new RangeError(`not a position: ${to}`)
    at = to
  }

  return {
    position: () => at,
    restore,
    bytes(length) {
      const out = new Uint8Array(length)
      for (let filled = 0; filled < length; ) {
        const index = Math.floor(at / 64)
        if (index !== blockIndex) {
          block = chachaBlock(key, index)
          blockIndex = index
        }
        const from = at % 64
        const part = Math.min(64 - from, length - filled)
        for (let i = 0; i < part; i++) out[filled + i] = block[from + i] as number
        filled += part
        at += part
      }
      return out
    },
  }
}

const CONSTANTS = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574]

/** One 64-byte block; the counter takes the place of counter and nonce (64 bits are enough). */
export function chachaBlock(
  key: readonly number[],
  counter: number,
  nonce: readonly number[] = [],
): Uint8Array<ArrayBuffer> {
  const start = new Int32Array(16)
  start.set(CONSTANTS)
  start.set(key, 4)
  start[12] = counter >>> 0
  start[13] = nonce[0] ?? Math.floor(counter / 2 ** 32)
  start[14] = nonce[1] ?? 0
  start[15] = nonce[2] ?? 0
  const x = new Int32Array(start)
  for (let round = 0; round < 10; round++) {
    quarter(x, 0, 4, 8, 12)
    quarter(x, 1, 5, 9, 13)
    quarter(x, 2, 6, 10, 14)
    quarter(x, 3, 7, 11, 15)
    quarter(x, 0, 5, 10, 15)
    quarter(x, 1, 6, 11, 12)
    quarter(x, 2, 7, 8, 13)
    quarter(x, 3, 4, 9, 14)
  }
  const out = new Uint8Array(64)
  const view = new DataView(out.buffer)
  for (let i = 0; i < 16; i++) view.setInt32(4 * i, (x[i] as number) + (start[i] as number), true)
  return out
}

function quarter(x: Int32Array, a: number, b: number, c: number, d: number): void {
  step(x, a, b, d, 16)
  step(x, c, d, b, 12)
  step(x, a, b, d, 8)
  step(x, c, d, b, 7)
}

function step(x: Int32Array, to: number, add: number, turn: number, bits: number): void {
  const sum = ((x[to] as number) + (x[add] as number)) | 0
  const mixed = (x[turn] as number) ^ sum
  x[to] = sum
  x[turn] = (mixed << bits) | (mixed >>> (32 - bits))
}
