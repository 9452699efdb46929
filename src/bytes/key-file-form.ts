import type { Bytes } from './bytes.ts'
import { DerError, readDer, TAG, type DerNode } from './der.ts'

/** Which container a key file is, told by the shape of its outer SEQUENCE alone. */
export type KeyFileForm =
  | 'pkcs8'
  | 'encrypted-pkcs8'
  | 'sec1'
  | 'pkcs1-private'
  | 'pkcs1-public'
  | 'spki'
  | 'other-der'
  | 'not-der'

const { INTEGER, SEQUENCE, OCTET_STRING, BIT_STRING } = TAG

/** Never throws: a learner's file may be anything. */
export function keyFileForm(bytes: Bytes): KeyFileForm {
  let node: DerNode
  try {
    node = readDer(bytes)
  } catch (error) {
    if (error instanceof DerError) return 'not-der'
    throw error
  }
  if (node.tag !== SEQUENCE) return 'other-der'
  const [first, second, third] = node.children.map(({ tag }) => tag)
  if (first === INTEGER && second === SEQUENCE && third === OCTET_STRING) return 'pkcs8'
  if (first === INTEGER && second === OCTET_STRING) return 'sec1'
  if (first === INTEGER && second === INTEGER)
    return node.children.length === 2 ? 'pkcs1-public' : 'pkcs1-private'
  if (first === SEQUENCE && second === OCTET_STRING) return 'encrypted-pkcs8'
  if (first === SEQUENCE && second === BIT_STRING) return 'spki'
  return 'other-der'
}
