import { bitsOf, oidOf, unsignedOf } from '../../bytes/der-value.ts'
import { readDer, TAG, type DerNode } from '../../bytes/der.ts'
import { owned, type Bytes } from '../../bytes/bytes.ts'
import { encodeHex } from '../../bytes/hex.ts'
import { OID } from '../../bytes/key-algorithm.ts'

/** One value of a DER file, as it is read out. */
export interface DerRow {
  readonly tag: string
  /** Of its content, in bytes */
  readonly length: number
  readonly value?: string
  readonly parts: readonly DerRow[]
}

const NAMES: Readonly<Record<number, string>> = {
  [TAG.SEQUENCE]: 'SEQUENCE',
  [TAG.INTEGER]: 'INTEGER',
  [TAG.BIT_STRING]: 'BIT STRING',
  [TAG.OCTET_STRING]: 'OCTET STRING',
  [TAG.NULL]: 'NULL',
  [TAG.OID]: 'OBJECT IDENTIFIER',
}

/** The tree of a public key; the key inside the BIT STRING is opened too. @throws DerError */
export const derRows = (bytes: Bytes): DerRow => rowOf(readDer(bytes))

function rowOf(node: DerNode): DerRow {
  const value = valueOf(node)
  return {
    tag: NAMES[node.tag] ?? `tag 0x${node.tag.toString(16)}`,
    length: node.content.length,
    ...(value === undefined ? {} : { value }),
    parts: (node.tag === TAG.BIT_STRING ? [readDer(owned(bitsOf(node)))] : node.children).map(rowOf),
  }
}

function valueOf(node: DerNode): string | undefined {
  if (node.tag === TAG.OID) {
    const oid = oidOf(node)
    return oid === OID.rsaEncryption ? `${oid}, rsaEncryption` : oid
  }
  if (node.tag !== TAG.INTEGER) return undefined
  const number = unsignedOf(node)
  if (number < 1n << 32n) return `${number}, the exponent`
  return `${number.toString(2).length} bits, the modulus: ${encodeHex(node.content.slice(1, 9))}…`
}
