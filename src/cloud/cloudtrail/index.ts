import type { ServiceOperation } from '../service.ts'
import { lookupEvents } from './lookup-events.ts'

export const cloudtrailOperations: readonly ServiceOperation[] = [lookupEvents]
