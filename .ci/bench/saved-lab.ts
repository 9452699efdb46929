import { systemClock, systemEntropy } from '../../src/world/system.ts'
import { createLab } from '../../src/lab/create-lab.ts'
import type { LabPorts } from '../../src/lab/ports.ts'
import { sealSnapshot } from '../../src/lab/rebuild.ts'
import { lockName } from '../../src/lab/turn.ts'
import { WorkspaceStore } from '../../src/lab/workspace-store.ts'
import { worldRows } from '../../src/lab/world-rows.ts'
import { SCHEMA } from '../../src/lab/migrate.ts'
import { genesisHash } from '../../src/lab/journal.ts'
import { webCryptoProvider } from '../../src/crypto/web-crypto.ts'
import type { Tables } from '../../src/kms/tables.ts'
import { START } from './account.ts'

const timers: LabPorts['timers'] = {
  after(ms, run) {
    const id = setTimeout(run, ms)
    return () => clearTimeout(id)
  },
}

/** The lab as the app opens it, on the real storage of this browser. */
export function openLab(name: string) {
  return createLab({
    crypto: webCryptoProvider(),
    labs: [],
    seedEntropy: systemEntropy,
    wallClock: systemClock,
    timers,
    storage: {
      name,
      indexedDB: () => indexedDB,
      locks: () => navigator.locks,
      channel: (channel) => new BroadcastChannel(channel),
    },
  })
}

/** Puts a workspace on disk as a lab leaves it: its newest snapshot, here with the whole history before it. */
export async function putOnDisk(name: string, tables: Tables): Promise<void> {
  const generation = { schema: SCHEMA, generation: 'bench' }
  const rows = [...tables.dump(), ...worldRows(new Uint8Array(32).fill(7), START)]
  const base = sealSnapshot({ seq: 200, hash: genesisHash(generation), rows, undo: [], redo: [] })
  const store = await WorkspaceStore.open(indexedDB, lockName({ name }), {
    timers,
    limitMs: 10_000,
    onLost: () => {},
  })
  await store.replace({ generation, base, entries: [] }, { id: 'bench', beat: 0 })
  store.close()
}
