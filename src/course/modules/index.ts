import { comparison } from './comparison/index.ts'
import { generated } from './generated/index.ts'
import { imported } from './imported/index.ts'
import type { ModuleDefinition } from './lesson-definition.ts'
import { lifecycle } from './lifecycle/index.ts'

/** The four modules, in order. */
export const modules: readonly ModuleDefinition[] = [generated, imported, comparison, lifecycle]
