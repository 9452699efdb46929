import type { ServiceOperation } from '../service.ts'

export const cloudtrailOperations: readonly ServiceOperation[] = []
