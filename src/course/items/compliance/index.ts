import type { Item } from '../../item-definition.ts'
import { cq01 } from './cq01.ts'
import { cq02 } from './cq02.ts'
import { cq03 } from './cq03.ts'
import { cq04 } from './cq04.ts'
import { cq05 } from './cq05.ts'
import { cq06 } from './cq06.ts'
import { cq07 } from './cq07.ts'
import { cq08 } from './cq08.ts'
import { cq09 } from './cq09.ts'
import { cq10 } from './cq10.ts'
import { cq11 } from './cq11.ts'
import { cq12 } from './cq12.ts'
import { cq13 } from './cq13.ts'
import { cq14 } from './cq14.ts'
import { cq15 } from './cq15.ts'
import { cq16 } from './cq16.ts'
import { cq17 } from './cq17.ts'
import { cq18 } from './cq18.ts'
import { cq19 } from './cq19.ts'
import { cq20 } from './cq20.ts'
import { cq21 } from './cq21.ts'
import { cq22 } from './cq22.ts'
import { cq23 } from './cq23.ts'
import { cq24 } from './cq24.ts'
import { cq25 } from './cq25.ts'
import { cq26 } from './cq26.ts'
import { cq27 } from './cq27.ts'
import { cq28 } from './cq28.ts'
import { cq29 } from './cq29.ts'
import { cq30 } from './cq30.ts'
import { cq31 } from './cq31.ts'
import { cq32 } from './cq32.ts'
import { cq33 } from './cq33.ts'
import { cq34 } from './cq34.ts'

export const complianceItems: readonly Item[] = [
  cq01,
  cq02,
  cq03,
  cq04,
  cq05,
  cq06,
  cq07,
  cq08,
  cq09,
  cq10,
  cq11,
  cq12,
  cq13,
  cq14,
  cq15,
  cq16,
  cq17,
  cq18,
  cq19,
  cq20,
  cq21,
  cq22,
  cq23,
  cq24,
  cq25,
  cq26,
  cq27,
  cq28,
  cq29,
  cq30,
  cq31,
  cq32,
  cq33,
  cq34,
]
