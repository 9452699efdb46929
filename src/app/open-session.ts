import type { Bytes } from '../bytes/bytes.ts'
import { ownComputer } from '../crypto/own-computer.ts'
import { createLab } from '../lab/create-lab.ts'
import type { LabPorts, LabStorage, Timers } from '../lab/ports.ts'
import { pause } from '../ui/pause.ts'
import type { Session } from '../ui/session.tsx'
import { systemClock, systemEntropy } from '../world/system.ts'
import { cryptoProvider } from './providers.ts'
import { workerShells } from './shell.ts'

export const WORKSPACE = 'workspace'

const timers: Timers = {
  after(ms, run) {
    const id = setTimeout(run, ms)
    return () => clearTimeout(id)
  },
}

/** Getters, not values: in a sandboxed frame even looking at these throws. */
const browserStorage: LabStorage = {
  name: WORKSPACE,
  indexedDB: () => globalThis.indexedDB,
  locks: () => navigator.locks,
  channel: (name) => (typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name)),
}

/**
 * Opens the learner's lab and all it needs. Loaded after the page has drawn itself; the course comes in a file of its
 * own beside the engine, since both grow.
 *
 * @param saved false: starts without the work that is saved here, in memory
 */
export async function openSession(saved = true): Promise<Session> {
  const [crypto, { labs }, { gameDays }, { door }] = await Promise.all([
    cryptoProvider(),
    later(1, () => import('../course/labs/index.ts')),
    later(2, () => import('../course/gameday/game-days.ts')),
    later(3, () => import('../course/door.ts')),
  ])
  const ports: Omit<LabPorts, 'storage'> = {
    crypto,
    seedEntropy: systemEntropy,
    labs: [...labs, ...gameDays, door],
    wallClock: systemClock,
    timers,
    rest: pause,
  }
  await pause()
  const lab = await createLab({
    ...ports,
    shell: workerShells,
    storage: saved ? browserStorage : { name: WORKSPACE },
  })
  return {
    lab,
    labs,
    gameDays,
    door,
    scratch: () => createLab({ ...ports, storage: { name: 'scratch' } }),
    wrap: (publicKey: Bytes, material: Bytes) => crypto.rsaOaepEncrypt(publicKey, 'SHA-256', material),
    hands: ownComputer(crypto),
    seed: () => systemEntropy.bytes(32),
    wallNow: () => systemClock.now(),
  }
}

/** Asks after some pauses: to name the files of one import takes a phone tens of milliseconds, so they take turns. */
async function later<T>(pauses: number, ask: () => Promise<T>): Promise<T> {
  for (let i = 0; i < pauses; i++) await pause()
  return ask()
}
