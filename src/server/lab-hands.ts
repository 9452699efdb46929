import type { Hands } from '../course/headless.ts'
import { ownComputer } from '../crypto/own-computer.ts'
import { pooledPairs } from '../crypto/pooled-pairs.ts'
import { nodeProvider } from './node-provider.ts'

/**
 * What a learner's own computer does in a lab, for playing labs in Node.
 *
 * @param pairs how many RSA pairs of each size take turns: each costs its time once
 */
export const labHands = (pairs?: number): Hands => ownComputer(pooledPairs(nodeProvider(), pairs))
