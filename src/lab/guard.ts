import { decodeBase64 } from '../bytes/base64.ts'
import { findCredential } from '../wire/credential-guard.ts'
import { CredentialRefusal, LabRefusal } from './refusal.ts'
import { says } from './words.ts'

export const MAX_FILE_BYTES = 1_048_576
const MAX_TEXT = 10_000

/** @throws LabRefusal when the text holds what looks like a real AWS credential (T23). Ask before anything is kept. */
export function refuseCredentials(text: string, from: 'here' | 'outside' = 'here'): void {
  if (findCredential(text, { madeByLab: () => from === 'here' })) throw new CredentialRefusal(says.credential)
}

/** The same for bytes, read as text of one or two bytes a letter. Private keys made here are welcome, foreign ones are not. */
export function refuseCredentialBytes(bytes: Uint8Array, from: 'here' | 'outside' = 'here'): void {
  const text = new TextDecoder('latin1').decode(bytes)
  refuseCredentials(text, from)
  if (text.includes('\0')) refuseCredentials(text.replaceAll('\0', ''), from)
}

/** Looks through everything a request says, also inside base64. */
export function refuseCredentialsIn(value: unknown): void {
  refuseCredentials(JSON.stringify(value) ?? '')
  for (const text of texts(value)) {
    const bytes = base64Bytes(text)
    if (bytes) refuseCredentialBytes(bytes)
  }
}

export function requireFileName(name: string): string {
  const flat = name.normalize('NFC')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (!/^[^/\\\u0000-\u001f\u007f]{1,100}$/.test(flat) || flat === '.' || flat === '..')
    throw new LabRefusal(says.badFileName)
  refuseCredentials(flat)
  return flat
}

export function requireFileSize(bytes: Uint8Array): void {
  if (bytes.length > MAX_FILE_BYTES) throw new LabRefusal(says.fileTooLarge)
}

export function requireText(text: string): string {
  if (text.length > MAX_TEXT) throw new LabRefusal(says.textTooLong)
  refuseCredentials(text)
  return text
}

function* texts(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null)
    for (const member of Object.values(value)) yield* texts(member)
}

function base64Bytes(text: string): Uint8Array | undefined {
  if (text.length < 20) return undefined
  try {
    return decodeBase64(text)
  } catch {
    return undefined
  }
}
