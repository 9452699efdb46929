import type { TwoWorlds } from '../worlds-definition.ts'
import { createKey, describe, encrypt, quietly, refused, works, writeRecord } from '../script-steps.ts'

export const firstUse: TwoWorlds = {
  id: 'first-use',
  title: 'Make a key and use it',
  differ: 2,
  shows: 'A generated key works from its first second. An imported one waits for bytes.',
  steps: (of) => [
    ...quietly(createKey('K', of({}, { Origin: 'EXTERNAL' })), writeRecord),
    describe('K', of('AWS_KMS\tEnabled', 'EXTERNAL\tPendingImport')),
    encrypt('K', of(works, refused('KMSInvalidStateException', 'is pending import.'))),
  ],
}
