import type { ServiceOperation } from '../service.ts'

export const cloudwatchOperations: readonly ServiceOperation[] = []
