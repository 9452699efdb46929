import type { ModuleDefinition } from '../lesson-definition.ts'
import { boxAndLabel } from './box-and-label.ts'
import { bytesNotLetters } from './bytes-not-letters.ts'
import { importInOrder } from './import-in-order.ts'
import { theDateOnIt } from './the-date-on-it.ts'
import { yourCopy } from './your-copy.ts'

export const imported: ModuleDefinition = {
  module: 2,
  story: [
    'The contract with sponsor B asks for keys that Fernhill makes on its own HSM, with provable randomness.',
    'Amara is the custodian. She holds the bytes, and it is up to you to bring them into a KMS key.',
  ],
  objectives: ['O2.1', 'O2.2', 'O2.3', 'RW1', 'RW2'],
  lessons: [importInOrder, bytesNotLetters, boxAndLabel, theDateOnIt, yourCopy],
}
