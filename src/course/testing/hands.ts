import { ownComputer } from '../../crypto/own-computer.ts'
import { pooledPairs } from '../../crypto/pooled-pairs.ts'
import { webCryptoProvider } from '../../crypto/web-crypto.ts'
import type { Hands } from '../headless.ts'

/** @param pairs how many RSA pairs of each size take turns: each costs its time once */
export const handsWith = (pairs?: number): Hands => ownComputer(pooledPairs(webCryptoProvider(), pairs))

/** The learner's computer in tests: the same rooms that stand behind the page. */
export const hands: Hands = handsWith()
