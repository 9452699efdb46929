import type { Item } from '../../item-definition.ts'

export const rotationItems: readonly Item[] = []
