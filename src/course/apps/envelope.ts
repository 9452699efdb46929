import { decodeBase64, encodeBase64 } from '../../bytes/base64.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import type { AppSetup } from './app.ts'

/** AES-256-CBC with an IV of zeros, as `openssl enc` does it: each data key closes one record only. */
export interface LocalCipher {
  close(key: Bytes, plaintext: Bytes): Bytes
  open(key: Bytes, closed: Bytes): Bytes
}

/** Names of an object's metadata: the data key as KMS gave it encrypted, and what the context says. */
const DATA_KEY = 'data-key'

export interface RecordLabel {
  readonly record: string
  readonly study: string
}

export const recordId = (number: number) => `r-${String(number).padStart(4, '0')}`
export const objectName = (record: string) => `records/${record}`

/** What an app tells KMS of a record, and must tell it again. */
export const contextOf = (names: AppSetup['context'], label: RecordLabel): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, label[name]]))

export const labelled = (wrapped: Bytes, label: RecordLabel): Readonly<Record<string, string>> => ({
  [DATA_KEY]: encodeBase64(wrapped),
  ...label,
})

/** @returns undefined for an object that no app has closed */
export function readLabel(
  metadata: Readonly<Record<string, string>> | undefined,
): (RecordLabel & { readonly wrapped: Bytes }) | undefined {
  const text = metadata?.[DATA_KEY]
  if (text === undefined) return undefined
  try {
    return { wrapped: decodeBase64(text), record: metadata?.record ?? '', study: metadata?.study ?? '' }
  } catch {
    return undefined
  }
}
