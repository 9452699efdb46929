import type { DueEvent } from '../kms/engine.ts'
import { isPending, keyState, type KeyRecord } from '../kms/key.ts'
import type { GlyphName } from './glyphs/glyph.tsx'
import { shortId } from './key-look.ts'
import { words } from './words.ts'

export interface DueWords {
  readonly title: string
  /** What it does to data and calls */
  readonly effect: string
  /** It stops a key that works, or takes it away */
  readonly harmful: boolean
  readonly glyph: GlyphName
}

const says = words.due

/** Symmetric ciphertext is bound to the KMS key or its related ones; pairs and HMAC keys are their bytes (F-342). */
function lossOf({ multiRegion, keySpec, origin }: KeyRecord): string {
  if (multiRegion) return says.deletedEffect.related
  if (keySpec === 'SYMMETRIC_DEFAULT') return says.deletedEffect.symmetric
  return origin === 'EXTERNAL' ? says.deletedEffect.ownBytes : says.deletedEffect.other
}

/** A due event in words. @param name how the learner knows the key */
export function dueWords({ due, before, after }: DueEvent, name: (key: KeyRecord) => string): DueWords {
  const key = name(before)
  switch (due.kind) {
    case 'key-is-deleted':
      return { title: says.deleted(key), effect: lossOf(before), harmful: true, glyph: 'status-bad' }
    case 'transition-ends':
      return { title: says.ready(key), effect: says.readyEffect, harmful: false, glyph: 'status-time' }
    case 'automatic-rotation':
      return { title: says.rotates(key), effect: says.rotatesEffect, harmful: false, glyph: 'status-time' }
    case 'on-demand-rotation-ends':
      return {
        title: says.rotationDone(key),
        effect: says.rotationDoneEffect,
        harmful: false,
        glyph: 'status-time',
      }
    case 'material-expires': {
      const title = says.expires(shortId(due.materialId), key)
      const material = before.materials.find(({ id }) => id === due.materialId)
      if (material && isPending(material))
        return { title, effect: says.expiresPending, harmful: false, glyph: 'status-time' }
      const stops =
        after !== null && keyState(after) === 'PendingImport' && keyState(before) !== 'PendingImport'
      if (!stops) return { title, effect: says.expiresStopped, harmful: false, glyph: 'status-time' }
      return {
        title,
        effect: before.materials.length > 1 ? says.expiresWhole : says.expiresOnly,
        harmful: true,
        glyph: 'key-pending-import-known',
      }
    }
  }
}
