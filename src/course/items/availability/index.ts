import type { Item } from '../../item-definition.ts'
import { aq01 } from './aq01.ts'
import { aq02 } from './aq02.ts'
import { aq03 } from './aq03.ts'
import { aq04 } from './aq04.ts'
import { aq05 } from './aq05.ts'
import { aq06 } from './aq06.ts'
import { aq07 } from './aq07.ts'
import { aq08 } from './aq08.ts'
import { aq09 } from './aq09.ts'
import { aq10 } from './aq10.ts'
import { aq11 } from './aq11.ts'
import { aq12 } from './aq12.ts'
import { aq13 } from './aq13.ts'
import { aq14 } from './aq14.ts'
import { aq15 } from './aq15.ts'

export const availabilityItems: readonly Item[] = [
  aq01,
  aq02,
  aq03,
  aq04,
  aq05,
  aq06,
  aq07,
  aq08,
  aq09,
  aq10,
  aq11,
  aq12,
  aq13,
  aq14,
  aq15,
]
