import type { Item } from '../item-definition.ts'
import { rotationItems } from './rotation/index.ts'
import { workflowItems } from './workflow/index.ts'
import { availabilityItems } from './availability/index.ts'
import { complianceItems } from './compliance/index.ts'

/** Every question there is. A new one is a file in its metric's folder and a line in that folder's list. */
export const items: readonly Item[] = [
  ...rotationItems,
  ...workflowItems,
  ...availabilityItems,
  ...complianceItems,
]
