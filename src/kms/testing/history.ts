import fc from 'fast-check'
import { expect } from 'vitest'
import { Tables, type Change } from '../tables.ts'
import { material, START, testAccount, type TestAccount } from './account.ts'
import { model, newKey, pass, stateOf, type Model, type ModelKey } from './reference-model.ts'
import { stateHash } from './state-hash.ts'

type Values = Readonly<Record<string, unknown>>

/** Tables that can be taken back, as the lab does it: by the inverse of each change. */
class UndoableTables extends Tables {
  undo: Change[] = []

  override apply(change: Change): Change {
    const inverse = super.apply(change)
    // Absent while the empty tables are built.
    this.undo?.push(inverse)
    return inverse
  }
}

type Step =
  | { readonly call: string; readonly input: Values }
  | { readonly travel: number }
  | { readonly back: number; readonly to: number }

/** The engine, and all that was done to it, so that it can be done again. */
export class Real {
  readonly tables = new UndoableTables()
  readonly account: TestAccount = testAccount({ tables: this.tables })
  readonly steps: Step[] = []
  readonly past: { readonly changes: number; readonly at: number; readonly model: string }[] = []

  async call(call: string, input: Values) {
    this.steps.push({ call, input })
    return this.account.call(call, input).then(
      (output: Values) => ({ code: 'ok', output }),
      ({ code }: { code: string }) => ({ code, output: {} as Values }),
    )
  }

  travel(travel: number): void {
    this.steps.push({ travel })
    this.account.travel(travel)
  }

  back(back: number, to: number): void {
    this.steps.push({ back, to })
    const { undo } = this.tables
    // Taking back is a change too, but not one to be taken back again.
    for (const inverse of undo.splice(back).reverse()) Tables.prototype.apply.call(this.tables, inverse)
    this.account.clock.restore(to)
  }

  /** Everything once more, from nothing. */
  async again(): Promise<string> {
    const other = new Real()
    for (const step of this.steps) {
      if ('call' in step) await other.call(step.call, step.input)
      else if ('travel' in step) other.travel(step.travel)
      else other.back(step.back, step.to)
    }
    return stateHash(other.tables)
  }
}

export const beginning = () => ({
  model: { now: START, keys: [], ciphertexts: [] } as Model,
  real: new Real(),
})

type Do = (m: Model, r: Real) => Promise<void>

/** One command: what it does to both, then whether both still agree about every key. */
class Command implements fc.AsyncCommand<Model, Real> {
  readonly #name: string
  readonly #do: Do
  readonly #takesBack: boolean

  constructor(name: string, run: Do, takesBack = false) {
    this.#name = name
    this.#do = run
    this.#takesBack = takesBack
  }

  check(m: Readonly<Model>): boolean {
    return m.keys.length > 0 || this.#name.startsWith('create')
  }

  async run(m: Model, r: Real): Promise<void> {
    const before = { changes: r.tables.undo.length, at: m.now, model: JSON.stringify(m, withBytes) }
    const records = r.account.trail.length
    await this.#do(m, r)
    if (!this.#takesBack) r.past.push(before)
    await agree(m, r, records)
  }

  toString(): string {
    return this.#name
  }
}

const withBytes = (_: string, value: unknown) => (value instanceof Uint8Array ? { bytes: [...value] } : value)
const asBytes = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && Array.isArray((value as { bytes?: unknown }).bytes)
    ? Uint8Array.from((value as { bytes: number[] }).bytes)
    : value

async function agree(m: Model, r: Real, records: number): Promise<void> {
  const { account } = r
  expect(account.clock.now()).toBe(m.now)
  const times = account.trail.slice(records).map(({ eventTime }) => eventTime)
  expect(times, 'records come in order of time').toEqual([...times].sort())
  for (const key of m.keys) {
    const seen = await r.call('DescribeKey', { KeyId: key.id })
    const state = (seen.output.KeyMetadata as { KeyState?: string } | undefined)?.KeyState
    expect(seen.code === 'NotFoundException' ? 'gone' : state, key.id).toBe(stateOf(key))
  }
}

const pick = <T>(all: readonly T[], n: number) => all[n % all.length] as T

const keyed = (name: string, index: number, run: (key: ModelKey, m: Model, r: Real) => Promise<void>) =>
  new Command(`${name} #${index}`, (m, r) => run(pick(m.keys, index), m, r))

const anyKey = fc.nat(3)
const OPENED = { wrappingAlgorithm: 'RSAES_OAEP_SHA_256' } as const
const MOST_KEYS = 4

const create = fc.boolean().map(
  (imported) =>
    new Command(imported ? 'create EXTERNAL' : 'create', async (m, r) => {
      if (m.keys.length >= MOST_KEYS) return
      const { output } = await r.call('CreateKey', imported ? { Origin: 'EXTERNAL' } : {})
      m.keys.push(newKey((output.KeyMetadata as { KeyId: string }).KeyId, imported))
    }),
)

const HOUR = 3_600_000
const importing = fc
  .record({
    index: anyKey,
    bytes: fc.nat(2),
    type: fc.constantFrom('new' as const, 'same' as const, undefined),
    hours: fc.option(fc.integer({ min: 1, max: 24 * 20 }), { nil: undefined }),
  })
  .map(({ index, bytes, type, hours }) =>
    keyed(
      `import ${bytes} ${type ?? ''} ${hours === undefined ? '' : `for ${hours} h`}`,
      index,
      async (key, m, r) => {
        const expiresIn = hours === undefined ? undefined : hours * HOUR
        const known = key.versions.find((version) => version.bytes === bytes)?.id
        const expected = model.import(key, m.now, {
          bytes,
          ...(type ? { type } : {}),
          ...(expiresIn === undefined ? {} : { expiresIn }),
        })
        const { code, output } = await importThrough(r, key, bytes, type, expiresIn && m.now + expiresIn)
        expect(code).toBe(expected)
        const version = key.versions.find((one) => one.bytes === bytes)
        if (code !== 'ok' || !version) return
        if (known) expect(output.KeyMaterialId, 'the same bytes have the same id').toBe(known)
        version.id = output.KeyMaterialId as string
        expect(new Set(key.versions.map(({ id }) => id)).size).toBe(key.versions.length)
      },
    ),
  )

async function importThrough(
  r: Real,
  key: ModelKey,
  bytes: number,
  type: 'new' | 'same' | undefined,
  validTo?: number,
) {
  const parameters = await r.call('GetParametersForImport', {
    KeyId: key.id,
    WrappingAlgorithm: OPENED.wrappingAlgorithm,
    WrappingKeySpec: 'RSA_2048',
  })
  if (parameters.code !== 'ok') return parameters
  const { PublicKey, ImportToken } = parameters.output as {
    PublicKey: Uint8Array<ArrayBuffer>
    ImportToken: Uint8Array
  }
  return r.call('ImportKeyMaterial', {
    KeyId: key.id,
    ImportToken,
    EncryptedKeyMaterial: await r.account.crypto.rsaOaepEncrypt(PublicKey, 'SHA-256', material(bytes)),
    ...(type ? { ImportType: type === 'new' ? 'NEW_KEY_MATERIAL' : 'EXISTING_KEY_MATERIAL' } : {}),
    ...(validTo === undefined
      ? { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }
      : { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: validTo }),
  })
}

const deleting = fc.tuple(anyKey, fc.option(fc.nat(2), { nil: undefined })).map(([index, nth]) =>
  keyed(`delete material ${nth ?? 'current'}`, index, async (key, _, r) => {
    const which = nth === undefined || key.versions.length === 0 ? undefined : pick(key.versions, nth)
    const expected = model.deleteMaterial(key, which)
    const named = which?.id === undefined ? {} : { KeyMaterialId: which.id }
    expect((await r.call('DeleteImportedKeyMaterial', { KeyId: key.id, ...named })).code).toBe(expected)
  }),
)

const simple = fc
  .tuple(anyKey, fc.constantFrom('rotate', 'enable', 'disable', 'cancel'))
  .map(([index, what]) =>
    keyed(what, index, async (key, m, r) => {
      const [operation, expected] = {
        rotate: () => ['RotateKeyOnDemand', model.rotate(key, m.now)] as const,
        enable: () => ['EnableKey', model.able(key, false)] as const,
        disable: () => ['DisableKey', model.able(key, true)] as const,
        cancel: () => ['CancelKeyDeletion', model.cancel(key)] as const,
      }[what as 'rotate']()
      expect((await r.call(operation, { KeyId: key.id })).code).toBe(expected)
    }),
  )

const scheduling = fc.tuple(anyKey, fc.integer({ min: 5, max: 32 })).map(([index, window]) =>
  keyed(`schedule deletion in ${window} d`, index, async (key, m, r) => {
    const expected = model.schedule(key, m.now, window)
    const { code } = await r.call('ScheduleKeyDeletion', { KeyId: key.id, PendingWindowInDays: window })
    expect(code).toBe(expected)
  }),
)

const encrypting = fc.tuple(anyKey, fc.nat(255)).map(([index, plaintext]) =>
  keyed(`encrypt ${plaintext}`, index, async (key, m, r) => {
    const expected = model.encrypt(key)
    const { code, output } = await r.call('Encrypt', { KeyId: key.id, Plaintext: material(plaintext) })
    expect(code).toBe(expected)
    if (code !== 'ok') return
    const bytes = key.versions.find(({ role }) => role === 'current')?.bytes ?? ''
    m.ciphertexts.push({
      key: m.keys.indexOf(key),
      bytes,
      plaintext,
      blob: output.CiphertextBlob as Uint8Array<ArrayBuffer>,
    })
  }),
)

const decrypting = fc.nat(30).map(
  (nth) =>
    new Command(`decrypt ${nth}`, async (m, r) => {
      if (m.ciphertexts.length === 0) return
      const { key, blob, plaintext } = pick(m.ciphertexts, nth)
      const expected = model.decrypt(m.keys[key] as ModelKey)
      const { code, output } = await r.call('Decrypt', { CiphertextBlob: blob })
      expect(code).toBe(expected)
      if (code === 'ok') expect(output.Plaintext).toEqual(material(plaintext))
    }),
)

const JUMPS = [1_000, 2_999, 3_000, HOUR, 24 * HOUR, 7 * 24 * HOUR, 30 * 24 * HOUR, 400 * 24 * HOUR]
const jumping = fc.constantFrom(...JUMPS).map(
  (ms) =>
    new Command(`jump ${ms} ms`, async (m, r) => {
      r.travel(ms)
      pass(m, m.now + ms)
    }),
)

const undoing = fc.integer({ min: 1, max: 4 }).map(
  (count) =>
    new Command(
      `undo ${count}`,
      async (m, r) => {
        const [point] = r.past.splice(-count)
        if (!point) return
        r.back(point.changes, point.at)
        Object.assign(m, JSON.parse(point.model, asBytes))
      },
      true,
    ),
)

export const commands = [
  create,
  create,
  importing,
  importing,
  importing,
  deleting,
  simple,
  simple,
  scheduling,
  encrypting,
  encrypting,
  decrypting,
  decrypting,
  jumping,
  undoing,
]
