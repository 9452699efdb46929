import type { Item } from '../../item-definition.ts'

export const workflowItems: readonly Item[] = []
