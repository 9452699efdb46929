import { boxAndLabel } from './box-and-label.tsx'
import { closeTheBox } from './close-the-box.tsx'
import { emptyKey } from './empty-key.tsx'
import { filled } from './filled.tsx'
import { request } from './request.tsx'
import { sendBoth } from './send-both.tsx'
import type { Station } from './station.ts'
import { theFuse } from './the-fuse.tsx'
import { threeGates } from './three-gates.tsx'
import { writtenDown } from './written-down.tsx'
import { yourBytes } from './your-bytes.tsx'

/** In the order of the beats. */
export const stations: readonly Station[] = [
  emptyKey,
  request,
  boxAndLabel,
  yourBytes,
  closeTheBox,
  sendBoth,
  threeGates,
  filled,
  writtenDown,
  theFuse,
]
