/** Bytes that own a plain ArrayBuffer: the only form WebCrypto's types accept. */
export type Bytes = Uint8Array<ArrayBuffer>

/** A copy that owns its buffer. The one place where library output becomes our Bytes. */
export function owned(view: Uint8Array): Bytes {
  const copy = new Uint8Array(view.length)
  copy.set(view)
  return copy
}

export function concatBytes(...parts: readonly Uint8Array[]): Bytes {
  let length = 0
  for (const part of parts) length += part.length
  const joined = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number)
  return difference === 0
}
