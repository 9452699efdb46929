import { concatBytes, type Bytes } from './bytes.ts'
import { fromBigInt, sequenceOf, toBigInt, unsignedOf } from './der-value.ts'
import { writeSequence, writeUnsigned } from './der-write.ts'
import { DerError, readDer } from './der.ts'

/**
 * ECDSA-Sig-Value (RFC 3279, 2.2.3), read strictly, to r and s one after the other.
 *
 * @param fieldBytes length of r and of s, for example 32 on P-256
 * @throws DerError for any other encoding, and for numbers that do not fit
 */
export function rawFromDer(signature: Bytes, fieldBytes: number): Bytes {
  const numbers = sequenceOf(readDer(signature))
  if (numbers.length !== 2) throw new DerError('value', 'an ECDSA signature has two numbers')
  const [r, s] = numbers.map(unsignedOf) as [bigint, bigint]
  if (r >> BigInt(8 * fieldBytes) !== 0n || s >> BigInt(8 * fieldBytes) !== 0n) {
    throw new DerError('value', `r and s have at most ${fieldBytes} bytes`)
  }
  return concatBytes(fromBigInt(r, fieldBytes), fromBigInt(s, fieldBytes))
}

/** @throws RangeError when the two halves are not equally long */
export function derFromRaw(raw: Bytes): Bytes {
  if (raw.length === 0 || raw.length % 2 !== 0)
    throw new RangeError(`r and s are equally long, got ${raw.length} bytes`)
  const half = raw.length / 2
  return writeSequence(
    writeUnsigned(toBigInt(raw.subarray(0, half))),
    writeUnsigned(toBigInt(raw.subarray(half))),
  )
}
