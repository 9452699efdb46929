import type { Bytes } from '../../bytes/bytes.ts'
import { recogniseFile } from '../../bytes/what-file.ts'
import { readCiphertext } from '../../kms/ciphertext.ts'
import type { KeyRecord } from '../../kms/key.ts'
import { names, requested, succeeded } from '../evidence.ts'
import type { LabView, NumberedEvent } from '../lab-definition.ts'

export const INBOX = 'intake.txt'
export const RECORDS = 20
export const recordIds = Array.from({ length: RECORDS }, (_, i) => `r-${String(i + 1).padStart(4, '0')}`)

/** Each byte as one letter: what a file holds as text, whatever else it holds. */
const letters = (bytes: Bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** The lines of the inbox: a record's ID, and what it says. */
export const inbox = (view: Pick<LabView, 'file'>): readonly (readonly [id: string, says: string])[] =>
  letters(view.file(INBOX) ?? new Uint8Array(0))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const)

/** Whether a call named this record, and nothing else, as its encryption context. */
function isAbout(event: NumberedEvent, id: string): boolean {
  const context = (requested(event, 'encryptionContext') ?? {}) as Readonly<Record<string, unknown>>
  return Object.keys(context).length === 1 && context.record === id
}

export const made = (view: LabView, key: KeyRecord, id: string): NumberedEvent | undefined =>
  view.events.find(
    (event) =>
      event.eventName.startsWith('GenerateDataKey') &&
      succeeded(event) &&
      names(event, key) &&
      isAbout(event, id),
  )

export const opened = (view: LabView, key: KeyRecord, id: string, after: number): NumberedEvent | undefined =>
  view.events.find(
    (event) =>
      event.number > after &&
      event.eventName === 'Decrypt' &&
      succeeded(event) &&
      names(event, key) &&
      isAbout(event, id),
  )

/** The material under which the data key of a record lies in its file; undefined when it is no data key of this KMS key. */
export function materialOf(view: LabView, key: KeyRecord, id: string): string | undefined {
  const blob = view.file(`${id}.key`)
  const header = blob && readCiphertext(blob)?.header
  return header?.keyId === key.id ? header.materialId : undefined
}

/** The record lies closed beside its data key, which KMS made for it. */
export function isStored(view: LabView, key: KeyRecord, id: string): boolean {
  const closed = view.file(`${id}.enc`)
  return (
    closed !== undefined &&
    closed.length >= 16 &&
    recogniseFile(closed).is === 'binary' &&
    materialOf(view, key, id) !== undefined &&
    made(view, key, id) !== undefined
  )
}

const DATA_KEY_BYTES = 32
const BASE64_OF_32_BYTES = /(?:^|[\s"'])[A-Za-z0-9+/]{43}=(?:$|[\s"',])/

function holdsDataKey(bytes: Bytes): boolean {
  if (bytes.length === DATA_KEY_BYTES) return true
  const form = recogniseFile(bytes)
  if (form.is === 'hex-text' || form.is === 'base64-text') return form.decoded.length === DATA_KEY_BYTES
  return form.is === 'text' && BASE64_OF_32_BYTES.test(letters(bytes))
}

/** Files that hold a data key as it is: 32 bytes, or the text that stands for them. */
export const plaintextKeys = (view: LabView): readonly string[] =>
  view.files().filter((name) => holdsDataKey(view.file(name) ?? new Uint8Array(0)))

/** Files beside the inbox in which a record can be read. */
export function plaintextRecords(view: LabView): readonly string[] {
  const texts = inbox(view).map(([, says]) => says)
  return view.files().filter((name) => {
    if (name === INBOX) return false
    const said = letters(view.file(name) ?? new Uint8Array(0))
    return texts.some((text) => said.includes(text))
  })
}
