import type { Item } from '../../item-definition.ts'
import { iq01 } from './iq01.ts'
import { iq02 } from './iq02.ts'
import { iq03 } from './iq03.ts'
import { iq04 } from './iq04.ts'
import { iq05 } from './iq05.ts'
import { iq06 } from './iq06.ts'
import { iq07 } from './iq07.ts'
import { iq08 } from './iq08.ts'
import { iq09 } from './iq09.ts'
import { iq10 } from './iq10.ts'
import { iq11 } from './iq11.ts'
import { iq12 } from './iq12.ts'
import { iq13 } from './iq13.ts'
import { iq14 } from './iq14.ts'
import { iq15 } from './iq15.ts'
import { iq16 } from './iq16.ts'
import { iq17 } from './iq17.ts'
import { iq18 } from './iq18.ts'
import { iq19 } from './iq19.ts'
import { iq20 } from './iq20.ts'
import { iq21 } from './iq21.ts'
import { iq22 } from './iq22.ts'
import { iq23 } from './iq23.ts'
import { iq24 } from './iq24.ts'
import { iq25 } from './iq25.ts'
import { iq26 } from './iq26.ts'
import { iq27 } from './iq27.ts'
import { iq28 } from './iq28.ts'
import { iq29 } from './iq29.ts'
import { iq30 } from './iq30.ts'

export const workflowItems: readonly Item[] = [
  iq01,
  iq02,
  iq03,
  iq04,
  iq05,
  iq06,
  iq07,
  iq08,
  iq09,
  iq10,
  iq11,
  iq12,
  iq13,
  iq14,
  iq15,
  iq16,
  iq17,
  iq18,
  iq19,
  iq20,
  iq21,
  iq22,
  iq23,
  iq24,
  iq25,
  iq26,
  iq27,
  iq28,
  iq29,
  iq30,
]
