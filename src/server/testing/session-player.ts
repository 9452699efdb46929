import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import type { Hands } from '../../course/headless.ts'
import { callerOf } from '../../course/headless.ts'
import type { LabDefinition, LabView } from '../../course/lab-definition.ts'
import { labOfSeed } from '../../course/lab-of-seed.ts'
import type { Player } from '../../course/plays/player.ts'
import { createLab } from '../../lab/create-lab.ts'
import type { Lab } from '../../lab/lab.ts'
import { NAMES, PROGRESS, type ProgressRow } from '../../lab/rows.ts'
import { testPorts } from '../../lab/testing/ports.ts'
import { labView } from '../../lab/view.ts'
import { seededEntropy } from '../../world/entropy.ts'
import { jsonDoor } from '../doors/json-door.ts'

/**
 * A learner's own session, with storage, undo and clock, that a play of the course acts on. It can be left and opened
 * again between any two acts, as a refresh of the page does.
 *
 * @param afterAct called after each act with what it changed on disk already
 */
export async function sessionPlayer(
  definition: LabDefinition,
  seed: number,
  hands: Hands,
  afterAct: (session: SessionPlayer) => Promise<void> = async () => undefined,
): Promise<SessionPlayer> {
  const factory = new IDBFactory()
  const open = () =>
    createLab(
      testPorts({
        labs: [definition],
        seed,
        crypto: hands.crypto,
        wall: { now: () => 1_000_000 },
        storage: { indexedDB: () => factory },
      }),
    )
  let lab = await open()
  await lab.startLab(definition, seed)
  const variant = labOfSeed(definition, seed)
  const ownComputer = seededEntropy(new Uint8Array(32).fill(seed + 1))

  /** Answers and files are given without waiting, as fast as a play writes them down. */
  let under: Promise<unknown>[] = []
  const soon = (work: Promise<unknown>) => {
    // Told by settle(), which comes before the next act
    work.catch(() => undefined)
    under.push(work)
  }
  async function settle(): Promise<void> {
    const waiting = under
    under = []
    await Promise.all(waiting)
  }

  const progress = () => {
    const row = lab.tables.get<ProgressRow>(PROGRESS, definition.id)
    if (!row) throw new Error(`${definition.code} is not begun`)
    return row
  }
  const live = () => labView(variant, progress(), lab.tables, lab.store.getState().now)
  // What was handed over and is not in its row yet is what the learner sees on their screen already.
  const handed = new Map<string, Uint8Array<ArrayBuffer>>()
  const said = new Map<string, string>()
  const view = new Proxy({} as LabView, {
    get: (_, name: keyof LabView) => {
      if (name === 'file') return (file: string) => handed.get(file) ?? live().file(file)
      if (name === 'answer') return (id: string) => said.get(id) ?? live().answer(id)
      if (name === 'files') return () => [...new Set([...live().files(), ...handed.keys()])]
      return live()[name]
    },
  })

  async function acted<T>(act: () => Promise<T>): Promise<T> {
    await settle()
    handed.clear()
    said.clear()
    const result = await act()
    await afterAct(player)
    return result
  }
  const door = jsonDoor((request) => lab.send(request))

  const player: SessionPlayer = {
    get lab() {
      return lab
    },
    settle,
    progress,
    async refresh() {
      await settle()
      await lab.close()
      lab = await open()
    },
    view,
    seed,
    judges: variant.judgeUpload !== undefined,
    arn(name) {
      const found = lab.tables.get<string>(NAMES, name)
      if (found === undefined) throw new RangeError(`this lab has no key named ${name}`)
      return found
    },
    call: (operation, input, region, as = 'KeyCustodian') =>
      acted(() => door.request('kms', operation, input, callerOf(as, region))),
    request: (service, operation, input, as = 'KeyAdmin', region) =>
      acted(() => door.request(service, operation, input, callerOf(as, region))),
    moveClock: (to) => acted(async () => void (await lab.moveClock(Math.max(to, lab.store.getState().now)))),
    regionFailure: () => acted(async () => void (await lab.regionFailure())),
    ring: (about) => acted(async () => void (await lab.ring(about))),
    answer(id, value) {
      said.set(id, value)
      soon(lab.answer(id, value, 'middle'))
    },
    putFile(name, bytes) {
      handed.set(name, bytes)
      soon(lab.putFile(name, bytes))
    },
    receive(name, bytes) {
      const verdict = variant.judgeUpload?.(name, bytes, view) ?? { accept: true }
      if (verdict.accept) handed.set(name, bytes)
      soon(lab.receive(name, bytes))
      return verdict
    },
    wrap: (publicKey, material, hash = 'SHA-256') => hands.wrap(publicKey, material, hash),
    openLocally: hands.local.open as Player['openLocally'],
    closeLocally: hands.local.close as Player['closeLocally'],
    fingerprint: hands.fingerprint,
    random: (length) => ownComputer.bytes(length),
  }
  return player
}

export interface SessionPlayer extends Player {
  /** The session as it is open now */
  readonly lab: Lab
  progress(): ProgressRow
  /** Waits until what was answered and handed over is kept */
  settle(): Promise<void>
  /** Leaves the page and comes back */
  refresh(): Promise<void>
}
