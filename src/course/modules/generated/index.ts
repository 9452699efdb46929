import type { ModuleDefinition } from '../lesson-definition.ts'
import { keyAndMaterial } from './key-and-material.ts'
import { nobodyCanTakeItOut } from './nobody-can-take-it-out.ts'
import { rotationOfGenerated } from './rotation-of-generated.ts'
import { whyItIsTheDefault } from './why-it-is-the-default.ts'

export const generated: ModuleDefinition = {
  module: 1,
  story: [
    'Fernhill Trials keeps clinical records for three sponsors. Its intake service moves to the cloud.',
    'Ben, who builds it, asks three questions: which key, where is it, and what if we lose it?',
  ],
  objectives: ['O1.1', 'O1.2', 'O1.3'],
  lessons: [keyAndMaterial, whyItIsTheDefault, nobodyCanTakeItOut, rotationOfGenerated],
}
