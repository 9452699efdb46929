import type { TableRow } from '../table-definition.ts'
import { origin } from './origin.ts'
import { availability } from './availability.ts'
import { rotation } from './rotation.ts'
import { expiration } from './expiration.ts'
import { visibility } from './visibility.ts'
import { bestUse } from './best-use.ts'
import { durability } from './durability.ts'
import { stopping } from './stopping.ts'
import { plaintext } from './plaintext.ts'
import { thenAndNow } from './then-and-now.ts'
import { multiRegion } from './multi-region.ts'
import { keyTypes } from './key-types.ts'
import { recovery } from './recovery.ts'
import { cost } from './cost.ts'
import { audit } from './audit.ts'
import { fips } from './fips.ts'
import { blastRadius } from './blast-radius.ts'
import { portability } from './portability.ts'
import { changeOfMind } from './change-of-mind.ts'

/** THE LIST: one file and one line here make a row. The first six are those of the curriculum, in its order. */
export const rows: readonly TableRow[] = [
  origin,
  availability,
  rotation,
  expiration,
  visibility,
  bestUse,
  durability,
  stopping,
  plaintext,
  thenAndNow,
  multiRegion,
  keyTypes,
  recovery,
  cost,
  audit,
  fips,
  blastRadius,
  portability,
  changeOfMind,
]

export const CURRICULUM_ROWS = 6
