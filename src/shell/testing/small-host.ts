import type { Bytes } from '../../bytes/bytes.ts'
import { seededEntropy } from '../../world/entropy.ts'
import { virtualClock } from '../../world/clock.ts'
import type { Host } from '../host.ts'

/** A world with time and chance and no services. */
export function smallHost(overrides: Partial<Host> = {}): Host {
  const clock = virtualClock(Date.UTC(2026, 0, 12, 9))
  const entropy = seededEntropy(new Uint8Array(32).fill(7))
  return {
    models: [],
    send: () => Promise.reject(new Error('no services here')),
    random: async (length) => entropy.bytes(length) as Bytes,
    now: async () => clock.now(),
    sleep: async (ms) => clock.advance(ms),
    identity: async () => ({ profile: 'root', region: 'eu-west-1', account: '111122223333' }),
    ...overrides,
  }
}
