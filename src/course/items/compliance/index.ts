import type { Item } from '../../item-definition.ts'

export const complianceItems: readonly Item[] = []
