import type { GlyphName } from './glyphs/glyph.tsx'
import type { SocketLook } from './glyphs/socket.tsx'
import type { Teeth } from './glyphs/teeth.ts'
import {
  isPending,
  keyState,
  type AliasRecord,
  type KeyRecord,
  type KeyState,
  type Material,
} from '../kms/key.ts'
import { hours, type Instant } from '../world/clock.ts'
import { words } from './words.ts'

/** Material that ends within this time is drawn with a clock. */
const SOON = hours(48)

export const isImported = (key: KeyRecord) => key.origin === 'EXTERNAL'
export const stateWord = (state: KeyState): string => words.key.states[state]
/** The first 8 of 64 hex digits. */
export const shortId = (id: string): string => id.slice(0, 8)

/** How a person calls a key: the lab's name, else its first alias, else the start of its id. */
export function keyName(
  key: KeyRecord,
  names: ReadonlyMap<string, string>,
  aliases: readonly AliasRecord[],
): string {
  return names.get(key.arn) ?? aliases[0]?.name.replace(/^alias\//, '') ?? shortId(key.id)
}

/** What a custom key store holds is in a cluster or a manager of the customer's. */
const custodyOf = (key: KeyRecord) => (isImported(key) || key.keyStore ? 'you' : 'kms')

export function keyGlyph(key: KeyRecord, now: Instant): GlyphName {
  const state = keyState(key)
  const yours = custodyOf(key) === 'you'
  switch (state) {
    case 'PendingDeletion':
    case 'PendingReplicaDeletion':
      return 'key-pending-deletion'
    case 'PendingImport':
      return key.materials.length > 0 ? 'key-pending-import-known' : 'key-pending-import'
    case 'Disabled':
      return yours ? 'key-disabled' : 'key-disabled-generated'
    case 'Unavailable':
      return 'key-unavailable'
    default:
      if (key.materials.some((material) => endsSoon(material, now))) return 'key-expiring'
      return yours ? 'key-enabled-imported' : 'key-enabled-generated'
  }
}

const endsSoon = ({ token, validTo }: Material, now: Instant) =>
  token !== null && validTo !== undefined && validTo - now <= SOON

/** One socket per material, the current one first; a key that was never filled has one empty socket. */
export function socketsOf(
  key: KeyRecord,
  now: Instant,
  teeth?: (material: Material) => Teeth | undefined,
): readonly { look: SocketLook; material?: Material }[] {
  const state = keyState(key)
  const hatched = state === 'PendingDeletion' || state === 'PendingReplicaDeletion'
  const custody = custodyOf(key)
  const broken = state === 'Unavailable'
  if (key.materials.length === 0) return [{ look: { custody, fill: 'never', hatched, broken } }]
  const order = (material: Material) => (material.state === 'CURRENT' ? 0 : isPending(material) ? 1 : 2)
  return [...key.materials]
    .reverse()
    .sort((a, b) => order(a) - order(b))
    .map((material) => ({
      material,
      look: {
        custody,
        fill: material.token ? 'seated' : 'emptied',
        teeth: teeth?.(material),
        text: shortId(material.id),
        barred: state === 'Disabled',
        expires: endsSoon(material, now),
        hatched,
        broken,
      },
    }))
}
