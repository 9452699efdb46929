import type { Operation } from '../../kms/operation.ts'
import type { CallRequest, RequestValue } from '../../lab/lab.ts'
import type { Draft, Entered, Field } from './form-model.ts'
import { operations } from '../../kms/operations/index.ts'
import { isSecret } from '../../lab/redact.ts'
import { freeName, keepables } from './kept-files.ts'
import { isLocal } from './local-commands.ts'
import { fieldText } from './utc.ts'

/** What the learner has put together and not yet run. */
export interface Composition {
  readonly operation: string
  /** By operation, so that going back finds what was filled in */
  readonly drafts: Readonly<Record<string, Draft>>
  /** By operation: member -> file name; null: shown only */
  readonly keeps: Readonly<Record<string, Readonly<Record<string, string | null>>>>
}

/** What a form may take from the world when a field is still untouched. */
export interface Surroundings {
  readonly keyId?: string
  readonly files: readonly string[]
}

/** Suggestions for untouched fields that a call needs: the key being looked at, and files under the names the lab gave them. */
export function suggested(fields: readonly Field[], { keyId, files }: Surroundings): Draft {
  const draft: Record<string, Entered> = {}
  for (const { name, required, control } of fields) {
    if (!required && name !== 'CiphertextBlob') continue
    if (control.is === 'key' && name === 'KeyId' && keyId !== undefined) draft[name] = { text: keyId }
    if (control.is !== 'blob') continue
    const file = files.findLast((each) => fits(name, each))
    if (file !== undefined) draft[name] = { file }
    else if (control.typed) draft[name] = { typed: '' }
  }
  return draft
}

function fits(member: string, file: string): boolean {
  if (member === 'ImportToken') return /token/i.test(file)
  if (member === 'EncryptedKeyMaterial') return /wrapped|encrypted.?key.?material/i.test(file)
  return member === 'CiphertextBlob' && file.endsWith('.enc')
}

/** Commands are run again and again with the same names; only what holds data gets a fresh one. */
const REPLACES = new Set(['GetParametersForImport', 'GetPublicKey'])

export function keepsFor(
  operation: Operation,
  chosen: Readonly<Record<string, string | null>> | undefined,
  files: ReadonlySet<string>,
): Record<string, string | null> {
  return Object.fromEntries(
    keepables(operation).map(({ member, name, byDefault }) => {
      const wish = chosen?.[member]
      if (wish !== undefined) return [member, wish]
      return [member, byDefault ? (REPLACES.has(operation.name) ? name : freeName(name, files)) : null]
    }),
  )
}

/** A request that ran, back in the form. */
export function draftOf(fields: readonly Field[], input: CallRequest['input']): Draft {
  const draft: Record<string, Entered> = {}
  for (const { name, control } of fields) {
    const value = input[name]
    if (value === undefined || value === null) continue
    const entered = enteredOf(control, value)
    if (entered) draft[name] = entered
  }
  return draft
}

function enteredOf(control: Field['control'], value: RequestValue): Entered | undefined {
  if (typeof value === 'boolean') return { flag: value }
  if (typeof value === 'number')
    return { text: control.is === 'instant' ? fieldText(value * 1000) : String(value) }
  if (typeof value === 'string') return control.is === 'blob' ? { typed: textOf(value) } : { text: value }
  if (Array.isArray(value)) {
    const items = value as readonly RequestValue[]
    if (control.is === 'lines') return { text: items.join('\n') }
    if (control.is !== 'tags') return { text: JSON.stringify(value) }
    return {
      pairs: items.map((item) => [
        String((item as { TagKey?: string }).TagKey ?? ''),
        String((item as { TagValue?: string }).TagValue ?? ''),
      ]),
    }
  }
  const structure = value as { readonly [name: string]: RequestValue }
  if (control.is === 'blob') return { file: String(structure.file ?? '') }
  if (control.is === 'pairs')
    return { pairs: Object.entries(structure).map(([name, each]) => [name, String(each)]) }
  return { text: JSON.stringify(value) }
}

function textOf(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
  } catch {
    return ''
  }
}

/** Without what the learner typed where a secret belongs: text for a blob, a password. A file's name stays. */
export function withoutSecrets({ drafts, ...rest }: Composition): Composition {
  const harmless = (operation: string, draft: Draft): Draft =>
    Object.fromEntries(
      Object.entries(draft).filter(([name, entered]) => {
        const shape = operations.get(operation)?.input[name]?.shape
        return 'file' in entered || (shape !== undefined && !isSecret(shape))
      }),
    )
  return {
    ...rest,
    drafts: Object.fromEntries(
      Object.entries(drafts).map(([operation, draft]) => [operation, harmless(operation, draft)]),
    ),
  }
}

/** What was written down by another version of this page may be another thing. */
export function isComposition(value: unknown): value is Composition {
  if (!isRecord(value) || typeof value.operation !== 'string') return false
  if (!operations.has(value.operation) && !isLocal(value.operation)) return false
  const { drafts, keeps } = value
  return (
    isRecord(drafts) &&
    Object.values(drafts).every((draft) => isRecord(draft) && Object.values(draft).every(isEntered)) &&
    isRecord(keeps) &&
    Object.values(keeps).every(
      (names) =>
        isRecord(names) && Object.values(names).every((name) => name === null || typeof name === 'string'),
    )
  )
}

function isEntered(value: unknown): value is Entered {
  if (!isRecord(value)) return false
  const { text, file, typed, flag, pairs } = value
  if (pairs !== undefined)
    return Array.isArray(pairs) && pairs.every((pair) => Array.isArray(pair) && pair.every(isString))
  return typeof flag === 'boolean' || [text, file, typed].some(isString)
}

const isString = (value: unknown) => typeof value === 'string'
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
