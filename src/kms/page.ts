import { decodeBase64, encodeBase64 } from '../bytes/base64.ts'
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts'
import { KmsError } from './errors.ts'

interface Place {
  /** How many entries were shown so far */
  readonly shown: number
  /** The last of them */
  readonly name: string
}

/**
 * One page of a list. The marker names the last entry shown and its place: entries created meanwhile come last,
 * and when that very entry was deleted meanwhile the next page goes on at its place.
 * @throws KmsError InvalidMarkerException
 */
export function page<T>(
  entries: Iterable<readonly [name: string, entry: T]>,
  request: { readonly Limit?: number; readonly Marker?: string },
  defaultLimit: number,
): { readonly shown: T[]; readonly NextMarker?: string; readonly Truncated: boolean } {
  const all = [...entries]
  const from = request.Marker === undefined ? 0 : placeAfter(all, readMarker(request.Marker))
  const to = from + (request.Limit ?? defaultLimit)
  const shown = all.slice(from, to)
  const last = shown.at(-1)
  return {
    shown: shown.map(([, entry]) => entry),
    ...(to < all.length && last ? { NextMarker: writeMarker({ shown: to, name: last[0] }) } : {}),
    Truncated: to < all.length,
  }
}

function placeAfter(
  all: readonly (readonly [name: string, entry: unknown])[],
  { shown, name }: Place,
): number {
  const index = all.findIndex(([each]) => each === name)
  return index < 0 ? Math.max(0, shown - 1) : index + 1
}

const LABEL = 'after'

const writeMarker = ({ shown, name }: Place) => encodeBase64(encodeUtf8(`${LABEL} ${shown} ${name}`))

function readMarker(marker: string): Place {
  try {
    const [label, shown = '', ...name] = decodeUtf8(decodeBase64(marker)).split(' ')
    if (label === LABEL && /^\d{1,9}$/.test(shown)) return { shown: Number(shown), name: name.join(' ') }
  } catch {
    // Whatever does not decode was not made by us.
  }
  throw new KmsError('InvalidMarkerException')
}
