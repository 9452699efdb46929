import type { Experiment, Script } from '../experiment-definition.ts'
import { keyInStore, ORIGIN } from '../key-stores.ts'
import { call, refused } from '../script-steps.ts'

const script = (kind: 'H' | 'X'): Script => {
  const no = refused(
    'UnsupportedOperationException',
    `origin is ${ORIGIN[kind]} which is not valid for this operation.`,
  )
  return {
    steps: [
      ...keyInStore(kind),
      call('EnableKeyRotation', { KeyId: '$K' }, no),
      call('RotateKeyOnDemand', { KeyId: '$K' }, no),
    ],
    shows: 'Neither automatic nor on demand: what is left is a new key behind the same alias.',
  }
}

export const noRotationInAStore: Experiment = {
  id: 'P-6',
  title: 'Both kinds of rotation are asked for',
  scripts: { H: script('H'), X: script('X') },
}
