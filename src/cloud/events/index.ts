import type { ServiceOperation } from '../service.ts'

export const eventsOperations: readonly ServiceOperation[] = []
