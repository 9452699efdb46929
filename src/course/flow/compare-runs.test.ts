import { expect, it } from 'vitest'
import { hands } from '../testing/hands.ts'
import { compareRuns } from './compare-runs.ts'
import { openFlow } from './flow-engine.ts'
import { faultless, type FlowInputs } from './flow-definition.ts'

const last = (change: Partial<FlowInputs>) =>
  openFlow(hands, new Uint8Array(32).fill(4)).frame(10, { ...faultless, ...change })

it('two runs are alike up to the fault, and differ from there on', async () => {
  const differing = async (change: Partial<FlowInputs>) =>
    compareRuns(await last({}), await last(change)).flatMap(({ differs, beat }) => (differs ? [beat] : []))
  expect(await differing({})).toEqual([])
  expect(await differing({ closing: 'wrong-hash' })).toEqual([5, 7, 8, 9, 10])
  expect(await differing({ bytes: 'other', again: 'same' })).toEqual([10])
  expect(await differing({ spec: 'RSA_4096' })).toEqual([3, 5, 6])
})
