import type { ServiceOperation } from '../service.ts'

export const s3Operations: readonly ServiceOperation[] = []
