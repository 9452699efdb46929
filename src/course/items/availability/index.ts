import type { Item } from '../../item-definition.ts'

export const availabilityItems: readonly Item[] = []
