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
import { aq16 } from './aq16.ts'
import { aq17 } from './aq17.ts'
import { aq18 } from './aq18.ts'
import { aq19 } from './aq19.ts'
import { aq20 } from './aq20.ts'
import { aq21 } from './aq21.ts'
import { aq22 } from './aq22.ts'
import { aq23 } from './aq23.ts'
import { aq24 } from './aq24.ts'
import { aq25 } from './aq25.ts'
import { aq26 } from './aq26.ts'
import { aq27 } from './aq27.ts'
import { aq28 } from './aq28.ts'
import { aq29 } from './aq29.ts'
import { aq30 } from './aq30.ts'
import { aq31 } from './aq31.ts'
import { aq32 } from './aq32.ts'

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
  aq16,
  aq17,
  aq18,
  aq19,
  aq20,
  aq21,
  aq22,
  aq23,
  aq24,
  aq25,
  aq26,
  aq27,
  aq28,
  aq29,
  aq30,
  aq31,
  aq32,
]
