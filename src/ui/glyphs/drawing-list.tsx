import type { ReactNode } from 'react'
import { Chip, Envelope } from './chip.tsx'
import { words as says } from './drawings-words.ts'
import type { GlyphName } from './glyph.tsx'
import { Socket, type SocketLook } from './socket.tsx'
import type { Teeth } from './teeth.ts'

/** A drawing as it is explained: large where the world draws it large, and its glyphs. */
export interface Drawing {
  readonly title: string
  readonly text?: string
  readonly large?: ReactNode
  readonly glyphs: readonly GlyphName[]
}

const teeth: Teeth = [2, 3, 2, 0, 3, 1, 0, 0]
const digits = 'b8d0f542'

const drawing = (
  [title, text]: readonly [string, string],
  large: ReactNode,
  ...glyphs: GlyphName[]
): Drawing => ({
  title,
  text,
  large,
  glyphs,
})
const state = (said: readonly [string, string], look: SocketLook, ...glyphs: GlyphName[]): Drawing =>
  drawing(said, <Socket look={look} size={88} />, ...glyphs)
const sign = (title: string, ...glyphs: GlyphName[]): Drawing => ({ title, glyphs })

const you = { custody: 'you', fill: 'seated', teeth } as const
const { states, material, signs } = says

export const keyStates: readonly Drawing[] = [
  state(states.generated, { custody: 'kms', fill: 'seated' }, 'key-enabled-generated'),
  state(states.imported, { ...you, text: digits }, 'key-enabled-imported'),
  state(states.never, { custody: 'you', fill: 'never' }, 'key-pending-import'),
  state(states.emptied, { ...you, fill: 'emptied' }, 'key-pending-import-known'),
  state(states.expiring, { ...you, expires: true }, 'key-expiring'),
  state(states.disabled, { ...you, barred: true }, 'key-disabled'),
  state(states.disabledGenerated, { custody: 'kms', fill: 'seated', barred: true }, 'key-disabled-generated'),
  state(states.deletion, { ...you, hatched: true }, 'key-pending-deletion'),
  state(states.unavailable, { custody: 'kms', fill: 'seated', broken: true }, 'key-unavailable'),
  drawing(states.several, undefined, 'key-materials'),
]

export const materials: readonly Drawing[] = [
  drawing(material.yours, <Chip teeth={teeth} text={digits} />, 'material'),
  drawing(material.generated, undefined, 'material-generated'),
  drawing(material.wrapped, <Envelope teeth={teeth} />, 'wrapped'),
  drawing(material.kept, undefined, 'vault'),
  drawing(material.empty, undefined, 'vault-empty'),
]

export const otherSigns: readonly Drawing[] = [
  sign(signs.pair, 'wrapping-pair'),
  sign(signs.public, 'wrapping-public'),
  sign(signs.private, 'wrapping-private'),
  sign(signs.token, 'token'),
  sign(signs.expired, 'token-expired'),
  sign(signs.seam, 'seam'),
  sign(signs.ciphertext, 'ciphertext'),
  sign(signs.plaintext, 'plaintext'),
  sign(signs.record, 'record'),
  sign(signs.ok, 'status-ok'),
  sign(signs.warn, 'status-warn'),
  sign(signs.bad, 'status-bad'),
  sign(signs.time, 'status-time'),
  sign(signs.mark, 'mark'),
]
