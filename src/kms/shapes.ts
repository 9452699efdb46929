import type { Bytes } from '../bytes/bytes.ts'
import type { Instant } from '../world/clock.ts'

/**
 * The shape of one member, as the API model states it. Blobs are decoded bytes, timestamps are Instants;
 * how they travel is the wire's concern.
 */
export type Shape =
  | StringShape
  | { readonly kind: 'blob'; readonly min?: number; readonly max?: number; readonly sensitive?: true }
  | { readonly kind: 'integer'; readonly min?: number; readonly max?: number }
  /** Fractions too. KMS has none; services beside it do */
  | { readonly kind: 'double' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'timestamp' }
  | { readonly kind: 'list'; readonly member: Shape; readonly min?: number; readonly max?: number }
  | { readonly kind: 'map'; readonly key: Shape; readonly value: Shape }
  | { readonly kind: 'structure'; readonly members: Members }

export interface StringShape {
  readonly kind: 'string'
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly enum?: readonly string[]
  /** A secret: never kept in a journal, never shown in an error */
  readonly sensitive?: true
}

/** A member of a structure; `T` is its type inside the engine and exists for the compiler only. */
export interface Member<T = unknown, Required extends boolean = boolean> {
  readonly shape: Shape
  readonly required: Required
  readonly type?: T
}

export type Members = Readonly<Record<string, Member>>

type RequiredOf<M extends Members> = {
  [K in keyof M]: M[K] extends Member<unknown, true> ? K : never
}[keyof M]
type TypeOf<M> = M extends Member<infer T> ? T : never

/** The value of a structure with these members. */
export type ValueOf<M extends Members> = { readonly [K in RequiredOf<M>]: TypeOf<M[K]> } & {
  readonly [K in Exclude<keyof M, RequiredOf<M>>]?: TypeOf<M[K]>
}

interface Range {
  readonly min?: number
  readonly max?: number
}

const member = <T>(shape: Shape): Member<T, true> => ({ shape, required: true })

export const optional = <T>({ shape }: Member<T, true>): Member<T, false> => ({ shape, required: false })
export const text = (range: Range & { pattern?: string } = {}) => member<string>({ kind: 'string', ...range })
export const secretText = (range: Range & { pattern?: string } = {}) =>
  member<string>({ kind: 'string', sensitive: true, ...range })
export const oneOf = <const V extends string>(...values: readonly V[]) =>
  member<V>({ kind: 'string', enum: values })
export const blob = (range: Range = {}) => member<Bytes>({ kind: 'blob', ...range })
export const secretBlob = (range: Range = {}) => member<Bytes>({ kind: 'blob', sensitive: true, ...range })
export const integer = (range: Range = {}) => member<number>({ kind: 'integer', ...range })
export const double = () => member<number>({ kind: 'double' })
export const flag = () => member<boolean>({ kind: 'boolean' })
export const timestamp = () => member<Instant>({ kind: 'timestamp' })
export const stringMap = () =>
  member<Readonly<Record<string, string>>>({
    kind: 'map',
    key: { kind: 'string' },
    value: { kind: 'string' },
  })
export const list = <T>(of: Member<T, true>, range: Range = {}) =>
  member<readonly T[]>({ kind: 'list', member: of.shape, ...range })
export const structure = <M extends Members>(members: M) => member<ValueOf<M>>({ kind: 'structure', members })

/** Members that many operations share. */
export const keyId = () => text({ min: 1, max: 2048 })
export const grantTokens = () => optional(list(text({ min: 1, max: 8192 }), { min: 0, max: 10 }))
export const limit = () => optional(integer({ min: 1, max: 1000 }))
export const marker = () => optional(text({ min: 1, max: 1024, pattern: '[\\u0020-\\u00FF]*' }))
export const tags = () =>
  list(structure({ TagKey: text({ min: 1, max: 128 }), TagValue: text({ min: 0, max: 256 }) }))
