import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import type { LabDefinition } from '../../course/lab-definition.ts'
import type { CryptoProvider, RsaPair } from '../../crypto/provider.ts'
import { webCryptoProvider } from '../../crypto/web-crypto.ts'
import { seededEntropy } from '../../world/entropy.ts'
import type { LabPorts, LabStorage } from '../ports.ts'
import { handTimers } from './tabs.ts'

export interface TestPorts extends LabPorts {
  readonly timers: ReturnType<typeof handTimers>
}

/** A learner's browser, small and in the test's hand. */
export function testPorts({
  storage,
  labs = [],
  crypto = webCryptoProvider(),
  seed = 1,
  wall = { now: () => 0 },
}: {
  storage?: Partial<LabStorage>
  labs?: readonly LabDefinition[]
  crypto?: CryptoProvider
  seed?: number
  wall?: { now(): number }
} = {}): TestPorts {
  const factory = new IDBFactory()
  return {
    crypto,
    labs,
    seedEntropy: seededEntropy(new Uint8Array(32).fill(seed)),
    wallClock: wall,
    timers: handTimers(),
    storage: { name: 'test', indexedDB: () => factory, ...storage },
  }
}

/** Hands out the same pairs in the same order, so that two histories can be compared to the byte. */
export async function recordedPairs(
  count: number,
  source: CryptoProvider = webCryptoProvider(),
): Promise<readonly RsaPair[]> {
  const pairs: RsaPair[] = []
  for (let i = 0; i < count; i++) pairs.push(await source.rsaGenerate(2048))
  return pairs
}

export function withPairs(provider: CryptoProvider, pairs: readonly RsaPair[]): CryptoProvider {
  let next = 0
  return { ...provider, rsaGenerate: async () => pairs[next++ % pairs.length] as RsaPair }
}
