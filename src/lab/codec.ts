import { decodeBase64, encodeBase64 } from '../bytes/base64.ts'
import type { Bytes } from '../bytes/bytes.ts'

/** What may lie in a row: plain data and bytes. */
export type Data =
  | null
  | boolean
  | number
  | string
  | Bytes
  | readonly Data[]
  | { readonly [name: string]: Data }

/** Why a text could not become data; the message is for developers. */
export class CodecError extends Error {
  override readonly name = 'CodecError'
}

const BYTES = '$bytes'
/** Names that must never be assigned from a file (T11). They travel with a `$` in front, so tags called so survive. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])
const escaped = (name: string) => (name.startsWith('$') || RESERVED.has(name) ? `$${name}` : name)

/** How deep rows may nest; ours need eight. */
export const MAX_DEPTH = 40

/**
 * The one text of a value: names sorted by code unit, bytes tagged, no spaces, absent members left out.
 * Equal data gives equal text, whichever platform wrote it, so it can be hashed.
 */
export function canonical(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) throw new CodecError('nested too deep')
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new CodecError(`not a number that JSON knows: ${value}`)
    return JSON.stringify(value)
  }
  if (value instanceof Uint8Array) return `{"${BYTES}":"${encodeBase64(value)}"}`
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry ?? null, depth + 1)).join(',')}]`
  if (!isPlain(value)) throw new CodecError(`not plain data: ${Object.prototype.toString.call(value)}`)
  const members: string[] = []
  for (const name of Object.keys(value).sort()) {
    const member = value[name]
    if (member !== undefined) members.push(`${JSON.stringify(escaped(name))}:${canonical(member, depth + 1)}`)
  }
  return `{${members.join(',')}}`
}

/** What JSON.parse gave back for a canonical text, as data again. @throws CodecError on anything that is not ours */
export function revive(value: unknown, depth = 0): Data {
  if (depth > MAX_DEPTH) throw new CodecError('nested too deep')
  if (value === null || typeof value !== 'object') return value as Data
  if (Array.isArray(value)) return value.map((entry) => revive(entry, depth + 1))
  const names = Object.keys(value)
  if (names.length === 1 && names[0] === BYTES) return reviveBytes((value as Record<string, unknown>)[BYTES])
  const data: Record<string, Data> = {}
  for (const name of names) {
    if (RESERVED.has(name)) throw new CodecError(`a member may not be called ${name}`)
    const own = name.startsWith('$') ? name.slice(1) : name
    if (escaped(own) !== name) throw new CodecError(`unknown tag ${name}`)
    Object.defineProperty(data, own, {
      value: revive((value as Record<string, unknown>)[name], depth + 1),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return data
}

function reviveBytes(text: unknown): Bytes {
  if (typeof text !== 'string') throw new CodecError('bytes that are not base64')
  try {
    return decodeBase64(text)
  } catch {
    throw new CodecError('bytes that are not base64')
  }
}

export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || ArrayBuffer.isView(value))
    return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // A structured clone made in another realm has that realm's Object.prototype: it has no prototype of its own.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** A text of anything at all, for looking at what could not be read. Never throws. */
export function loose(value: unknown): string {
  const seen = new WeakSet<object>()
  const text = JSON.stringify(value, (_, member: unknown) => {
    if (typeof member === 'bigint' || typeof member === 'symbol' || typeof member === 'function')
      return String(member)
    if (member instanceof Uint8Array) return { [BYTES]: encodeBase64(member) }
    if (typeof member === 'object' && member !== null) {
      if (seen.has(member)) return '(again)'
      seen.add(member)
    }
    return member
  })
  return text ?? 'null'
}
