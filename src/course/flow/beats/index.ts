import type { Beat } from '../flow-definition.ts'
import { askForParameters } from './ask-for-parameters.ts'
import { boxAndLabel } from './box-and-label.ts'
import { closeTheBox } from './close-the-box.ts'
import { emptyKey } from './empty-key.ts'
import { filled } from './filled.ts'
import { sendBoth } from './send-both.ts'
import { theFuse } from './the-fuse.ts'
import { threeGates } from './three-gates.ts'
import { writtenDown } from './written-down.ts'
import { yourBytes } from './your-bytes.ts'

/** The import, in order. */
export const beats: readonly Beat[] = [
  emptyKey,
  askForParameters,
  boxAndLabel,
  yourBytes,
  closeTheBox,
  sendBoth,
  threeGates,
  filled,
  writtenDown,
  theFuse,
]
