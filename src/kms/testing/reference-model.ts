/**
 * What a learner may expect of a key, in few words and without the engine's: the histories hold the engine against it.
 * Written from the facts (F-204, F-208 to F-215, F-301 to F-351), not from the code.
 */
export interface ModelVersion {
  /** Which bytes: a number for imported ones, so that the same number is the same bytes; `made 1` for KMS's own */
  readonly bytes: number | string
  /** KeyMaterialId, as it was answered; KMS's own ids are not looked at */
  id?: string
  role: 'current' | 'old' | 'pending'
  present: boolean
  expires?: number
}

export interface ModelKey {
  readonly id: string
  readonly imported: boolean
  versions: ModelVersion[]
  disabled: boolean
  deletedAt?: number
  rotationEnds?: number
  rotations: number
  gone: boolean
}

export interface ModelCiphertext {
  readonly key: number
  readonly bytes: number | string
  readonly blob: Uint8Array<ArrayBuffer>
  readonly plaintext: number
}

export interface Model {
  now: number
  keys: ModelKey[]
  ciphertexts: ModelCiphertext[]
}

const SECOND = 1_000
const DAY = 86_400 * SECOND
/** This simulation's duration of an on-demand rotation; AWS gives none. */
const ROTATION = 3 * SECOND
const MOST_ROTATIONS = 25

export const newKey = (id: string, imported: boolean): ModelKey => ({
  id,
  imported,
  versions: imported ? [] : [{ bytes: 'made 0', role: 'current', present: true }],
  disabled: false,
  rotations: 0,
  gone: false,
})

export type ModelState = 'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingImport' | 'gone'

const lasting = (key: ModelKey) => key.versions.filter(({ role }) => role !== 'pending')
export const current = (key: ModelKey) => key.versions.find(({ role }) => role === 'current')
const pending = (key: ModelKey) => key.versions.find(({ role }) => role === 'pending')

/** One missing version stops the whole key (F-339). */
export function stateOf(key: ModelKey): ModelState {
  if (key.gone) return 'gone'
  if (key.deletedAt !== undefined) return 'PendingDeletion'
  if (lasting(key).length === 0 || lasting(key).some(({ present }) => !present)) return 'PendingImport'
  return key.disabled ? 'Disabled' : 'Enabled'
}

/** Lets time pass until `to`: what is due happens in order; of two things at one instant the expiry is first. */
export function pass(model: Model, to: number): void {
  for (const key of model.keys) {
    for (let due = nextOf(key); due && due.at <= to; due = nextOf(key)) due.happen()
  }
  model.now = to
}

function nextOf(key: ModelKey): { at: number; happen(): void } | undefined {
  if (key.gone) return undefined
  const all = [
    ...key.versions.flatMap((version) =>
      version.present && version.expires !== undefined
        ? [{ at: version.expires, happen: () => lose(key, version) }]
        : [],
    ),
    ...(key.deletedAt === undefined ? [] : [{ at: key.deletedAt, happen: () => void (key.gone = true) }]),
    ...(key.rotationEnds === undefined ? [] : [{ at: key.rotationEnds, happen: () => finishRotation(key) }]),
  ]
  return all.reduce<(typeof all)[number] | undefined>(
    (first, one) => (first && first.at <= one.at ? first : one),
    undefined,
  )
}

/** A pending version goes with its place; a lasting one leaves a gap that only the same bytes fill (F-336). */
function lose(key: ModelKey, version: ModelVersion): void {
  if (version.role === 'pending') {
    key.versions = key.versions.filter((one) => one !== version)
    return
  }
  version.present = false
  delete version.expires
  if (key.deletedAt === undefined) key.disabled = false
}

function finishRotation(key: ModelKey): void {
  delete key.rotationEnds
  if (!key.imported)
    key.versions.push({ bytes: `made ${key.versions.length}`, role: 'pending', present: true })
  const next = pending(key)
  if (!next) return
  const before = current(key)
  if (before) before.role = 'old'
  next.role = 'current'
}

const UNUSABLE: Readonly<Record<Exclude<ModelState, 'Enabled' | 'gone'>, string>> = {
  Disabled: 'DisabledException',
  PendingDeletion: 'KMSInvalidStateException',
  PendingImport: 'KMSInvalidStateException',
}

/** Each answers `ok`, having changed the key, or the exception, having changed nothing. */
export const model = {
  import(
    key: ModelKey,
    now: number,
    { bytes, type, expiresIn }: { bytes: number; type?: 'new' | 'same'; expiresIn?: number },
  ): string {
    if (key.gone) return 'NotFoundException'
    if (!key.imported) return 'UnsupportedOperationException'
    if (key.deletedAt !== undefined) return 'KMSInvalidStateException'
    const known = key.versions.find((version) => version.bytes === bytes)
    const asNew = type === 'new' || (type === undefined && key.versions.length === 0)
    if (asNew === (known !== undefined)) return 'IncorrectKeyMaterialException'
    if (asNew && pending(key)) return 'KMSInvalidStateException'
    const empty = stateOf(key) === 'PendingImport'
    const version = known ?? { bytes, role: key.versions.length === 0 ? 'current' : 'pending', present: true }
    if (!known) key.versions.push(version)
    version.present = true
    delete version.expires
    if (expiresIn !== undefined) version.expires = now + expiresIn
    if (empty) key.disabled = false
    return 'ok'
  },

  /** @param which of the versions; undefined for the current one */
  deleteMaterial(key: ModelKey, which?: ModelVersion): string {
    if (key.gone) return 'NotFoundException'
    if (!key.imported) return 'UnsupportedOperationException'
    const version = which ?? current(key)
    if (version) lose(key, version)
    return 'ok'
  },

  rotate(key: ModelKey, now: number): string {
    const state = stateOf(key)
    if (state === 'gone') return 'NotFoundException'
    if (state !== 'Enabled') return UNUSABLE[state]
    if (key.rotationEnds !== undefined) return 'ConflictException'
    if (key.rotations >= MOST_ROTATIONS) return 'LimitExceededException'
    if (key.imported && !pending(key)) return 'KMSInvalidStateException'
    key.rotations++
    key.rotationEnds = now + ROTATION
    return 'ok'
  },

  able(key: ModelKey, disabled: boolean): string {
    const state = stateOf(key)
    if (state === 'gone') return 'NotFoundException'
    if (state === 'PendingDeletion' || state === 'PendingImport') return 'KMSInvalidStateException'
    key.disabled = disabled
    return 'ok'
  },

  schedule(key: ModelKey, now: number, window: number): string {
    if (key.gone) return 'NotFoundException'
    if (key.deletedAt !== undefined) return 'KMSInvalidStateException'
    if (window < 7 || window > 30) return 'ValidationException'
    key.deletedAt = now + window * DAY
    return 'ok'
  },

  cancel(key: ModelKey): string {
    if (key.gone) return 'NotFoundException'
    if (key.deletedAt === undefined) return 'KMSInvalidStateException'
    delete key.deletedAt
    key.disabled = true
    return 'ok'
  },

  encrypt(key: ModelKey): string {
    const state = stateOf(key)
    if (state === 'gone') return 'NotFoundException'
    return state === 'Enabled' ? 'ok' : UNUSABLE[state]
  },

  /** A ciphertext of a key that is gone says nothing of it (F-637). */
  decrypt(key: ModelKey): string {
    const state = stateOf(key)
    if (state === 'gone') return 'AccessDeniedException'
    return state === 'Enabled' ? 'ok' : UNUSABLE[state]
  },
}
