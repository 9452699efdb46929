import type { Experiment, Script } from '../experiment-definition.ts'
import { connected, inStore } from '../key-stores.ts'
import { call, createKey, describe, refused } from '../script-steps.ts'

const no = refused('UnsupportedOperationException')
const script = (kind: 'H' | 'X'): Script => ({
  steps: [
    ...connected(kind),
    call('CreateKey', { ...inStore(kind), KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }, no),
    call('CreateKey', { ...inStore(kind), KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }, no),
    call('CreateKey', { ...inStore(kind), MultiRegion: true }, no),
    createKey('K', inStore(kind)),
    describe('K', 'SYMMETRIC_DEFAULT\tFalse', 'KeyMetadata.[KeySpec,MultiRegion]'),
  ],
  shows: 'No RSA, no HMAC, no replica: one Region and symmetric encryption.',
})

export const onlySymmetric: Experiment = {
  id: 'P-12',
  title: 'Other kinds of key are asked for in a custom key store',
  scripts: { H: script('H'), X: script('X') },
}
