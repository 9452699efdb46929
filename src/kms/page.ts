import { decodeBase64, encodeBase64 } from '../bytes/base64.ts'
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts'
import { KmsError } from './errors.ts'

const LABEL = 'after '

/**
 * One page of a list. The marker names the last entry shown, so that entries created or deleted meanwhile
 * neither repeat nor hide others.
 * @throws KmsError InvalidMarkerException
 */
export function page<T>(
  entries: Iterable<readonly [name: string, entry: T]>,
  request: { readonly Limit?: number; readonly Marker?: string },
  defaultLimit: number,
): { readonly shown: T[]; readonly NextMarker?: string; readonly Truncated: boolean } {
  const limit = request.Limit ?? defaultLimit
  const after = request.Marker === undefined ? undefined : readMarker(request.Marker)
  const shown: T[] = []
  let last = ''
  let begun = after === undefined
  for (const [name, entry] of entries) {
    if (!begun) {
      begun = name === after
      continue
    }
    if (shown.length === limit) return { shown, NextMarker: writeMarker(last), Truncated: true }
    shown.push(entry)
    last = name
  }
  if (!begun) throw new KmsError('InvalidMarkerException')
  return { shown, Truncated: false }
}

const writeMarker = (name: string) => encodeBase64(encodeUtf8(LABEL + name))

function readMarker(marker: string): string {
  try {
    const text = decodeUtf8(decodeBase64(marker))
    if (text.startsWith(LABEL)) return text.slice(LABEL.length)
  } catch {
    // Whatever does not decode was not made by us.
  }
  throw new KmsError('InvalidMarkerException')
}
