import { seededEntropy } from '../../../world/entropy.ts'
import { SPONSORS } from '../../cast.ts'
import { drawFrom } from '../../items/draw-from.ts'
import type { Brief, BriefParts } from './brief-definition.ts'
import { datedMaterial } from './dated-material.ts'
import { keyAYear } from './key-a-year.ts'
import { noHands } from './no-hands.ts'

/** THE BANK of briefs: one file and one line here. */
export const briefs: readonly Brief[] = [datedMaterial, keyAYear, noHands]

export function briefOfSeed(seed: number): { readonly brief: Brief; readonly parts: BriefParts } {
  const bytes = new Uint8Array(32)
  new DataView(bytes.buffer).setUint32(0, seed)
  const draw = drawFrom(seededEntropy(bytes))
  const brief = draw.oneOf(briefs)
  return { brief, parts: brief.build({ client: draw.oneOf(SPONSORS), draw }) }
}
