import type { Item } from '../../item-definition.ts'
import { rq01 } from './rq01.ts'
import { rq02 } from './rq02.ts'
import { rq03 } from './rq03.ts'
import { rq04 } from './rq04.ts'
import { rq05 } from './rq05.ts'
import { rq06 } from './rq06.ts'
import { rq07 } from './rq07.ts'
import { rq08 } from './rq08.ts'
import { rq09 } from './rq09.ts'
import { rq10 } from './rq10.ts'
import { rq11 } from './rq11.ts'
import { rq12 } from './rq12.ts'
import { rq13 } from './rq13.ts'
import { rq14 } from './rq14.ts'
import { rq15 } from './rq15.ts'
import { rq16 } from './rq16.ts'
import { rq17 } from './rq17.ts'
import { rq18 } from './rq18.ts'
import { rq19 } from './rq19.ts'
import { rq20 } from './rq20.ts'
import { rq21 } from './rq21.ts'
import { rq22 } from './rq22.ts'
import { rq23 } from './rq23.ts'
import { rq24 } from './rq24.ts'
import { rq25 } from './rq25.ts'
import { rq26 } from './rq26.ts'
import { rq27 } from './rq27.ts'
import { rq28 } from './rq28.ts'
import { rq29 } from './rq29.ts'
import { rq30 } from './rq30.ts'

export const rotationItems: readonly Item[] = [
  rq01,
  rq02,
  rq03,
  rq04,
  rq05,
  rq06,
  rq07,
  rq08,
  rq09,
  rq10,
  rq11,
  rq12,
  rq13,
  rq14,
  rq15,
  rq16,
  rq17,
  rq18,
  rq19,
  rq20,
  rq21,
  rq22,
  rq23,
  rq24,
  rq25,
  rq26,
  rq27,
  rq28,
  rq29,
  rq30,
]
