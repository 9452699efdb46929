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

export const workflowItems: readonly Item[] = [iq01, iq02, iq03, iq04, iq05, iq06, iq07, iq08, iq09, iq10]
