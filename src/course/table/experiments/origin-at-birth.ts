import type { Experiment, Script } from '../experiment-definition.ts'
import { connected, inStore, ORIGIN } from '../key-stores.ts'
import { createKey, describe } from '../script-steps.ts'

const store = (kind: 'H' | 'X', shows: string): Script => ({
  steps: [...connected(kind), createKey('K', inStore(kind)), describe('K', `${ORIGIN[kind]}\tEnabled`)],
  shows,
})

export const originAtBirth: Experiment = {
  id: 'P-1',
  title: 'A key is made, and says where its material comes from',
  scripts: {
    G: {
      steps: [createKey('K'), describe('K', 'AWS_KMS\tEnabled')],
      shows: 'Made by KMS, and ready at once.',
    },
    I: {
      steps: [createKey('K', { Origin: 'EXTERNAL' }), describe('K', 'EXTERNAL\tPendingImport')],
      shows: 'Empty. It waits for bytes that you bring.',
    },
    H: store('H', 'Made in your cluster, because the store is connected.'),
    X: store('X', 'Tied to a key that was in your manager before.'),
  },
}
