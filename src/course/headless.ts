import type { Bytes } from '../bytes/bytes.ts'
import { createCloud, type CloudPorts } from '../cloud/cloud.ts'
import { sessionOf } from '../cloud/identities.ts'
import { trailLength } from '../cloud/trail.ts'
import { gapRow } from '../cloud/trail-gap.ts'
import { keyState } from '../kms/key.ts'
import { outsideChange } from '../kms/outside-change.ts'
import { Tables } from '../kms/tables.ts'
import type { Caller } from '../kms/trail.ts'
import { seconds, virtualClock, type Instant } from '../world/clock.ts'
import { seededEntropy } from '../world/entropy.ts'
import { ACCOUNT, accountView, keyByArn, may, REGION } from './account-view.ts'
import { appsView } from './apps/app-view.ts'
import type { LocalCipher } from './apps/envelope.ts'
import { installApp, passTime } from './apps/pass-time.ts'
import { engineDoor, type OpenDoor } from './door-of-play.ts'
import type {
  Condition,
  LabDefinition,
  LabView,
  NumberedEvent,
  Ring,
  Role,
  SafeFile,
  Stage,
} from './lab-definition.ts'
import type { Player } from './plays/player.ts'
import { alarmsOf, storedObjects } from './store-view.ts'

/** What only the outside can do: cryptography is not the course's business. */
export interface Hands {
  readonly crypto: CloudPorts['crypto']
  wrap(publicKey: Bytes, material: Bytes, hash: 'SHA-1' | 'SHA-256'): Promise<Bytes>
  fingerprint(bytes: Bytes): Promise<string>
  /** AES-256-CBC with an IV of zeros, padded */
  readonly local: LocalCipher
}

type Playable = Pick<LabDefinition, 'start' | 'judgeUpload' | 'secondsPerCall' | 'phone'>

export const LAB_START: Instant = Date.UTC(2026, 0, 12, 9)

/**
 * A lab without screens, storage or undo: the real engine, a clock and a few maps. It proves that the labs can be
 * done; what a learner uses is the session in `lab`.
 *
 * @param openDoor how the player's requests reach the engine; the lab's own start never needs one
 */
export async function playHeadless(
  lab: Playable,
  seed: number,
  hands: Hands,
  openDoor: OpenDoor = engineDoor,
): Promise<Player> {
  const clock = virtualClock(LAB_START)
  const seedBytes = new Uint8Array(32)
  new DataView(seedBytes.buffer).setUint32(0, seed)
  const entropy = seededEntropy(seedBytes)
  const cloud = createCloud({ world: { clock, entropy }, crypto: hands.crypto, tables: new Tables() })

  const files = new Map<string, { readonly bytes: Bytes; readonly changedAt: Instant }>()
  const putFile = (name: string, bytes: Bytes) => void files.set(name, { bytes, changedAt: clock.now() })
  const arns = new Map<string, string>()
  const answers = new Map<string, { readonly value: string; readonly at: Instant }>()
  const transfers: LabView['transfers'][number][] = []
  const safes = new Map<string, SafeFile[]>()
  const rings: Ring[] = []
  let first = 0
  let startedAt = clock.now()

  const moveClock = (to: Instant) => passTime({ cloud, clock, local: hands.local }, to)
  const takeTime = () => moveClock(clock.now() + seconds(lab.secondsPerCall ?? 1))

  const regionFailure = async () => void (await cloud.regionFailure(REGION))

  function arn(name: string): string {
    const found = arns.get(name)
    if (found === undefined) throw new RangeError(`this lab has no key named ${name}`)
    return found
  }

  const stage: Stage = {
    get now() {
      return clock.now()
    },
    async call(operation, input, as = 'KeyCustodian', region) {
      const result = await cloud.call(operation, input, callerOf(as, region))
      if (!result.ok) throw result.error
      return result.output
    },
    async request(service, operation, input, as = 'KeyAdmin', region) {
      const result = await cloud.request(service, operation, input, callerOf(as, region))
      if (!result.ok) throw result.error
      return result.output
    },
    install: (app) => installApp(cloud.tables, app),
    moveClock,
    regionFailure,
    outside: (description) =>
      void cloud.tables.apply(
        outsideChange(
          { reader: cloud.tables, place: { accountId: ACCOUNT, region: REGION }, entropy },
          description,
        ),
      ),
    putFile,
    hideTrail: (gap) => void cloud.tables.apply([gapRow(gap)]),
    lockAway: (about, file) => void safes.set(about, [...(safes.get(about) ?? []), file]),
    name: (name, keyArn) => void arns.set(name, keyArn),
    arn,
    random: (length) => entropy.bytes(length),
    wrap: (publicKey, material, hash = 'SHA-256') => hands.wrap(publicKey, material, hash),
    closeLocally: hands.local.close,
    fingerprint: hands.fingerprint,
  }

  const keyOf = (name: string) => keyByArn(cloud.tables, arns.get(name))

  // The trail only grows here, and conditions ask for it again and again.
  let told: readonly NumberedEvent[] = []
  let toldSince: readonly NumberedEvent[] = []
  function scene(): readonly NumberedEvent[] {
    if (trailLength(cloud.tables) === told.length) return told
    told = cloud.trail().map((event, i) => ({ ...event, number: i + 1 }))
    toldSince = told.slice(first)
    return told
  }

  const view: LabView = {
    get now() {
      return clock.now()
    },
    get startedAt() {
      return startedAt
    },
    scene,
    get events() {
      scene()
      return toldSince
    },
    ...accountView(cloud.tables),
    objects: (bucket) => storedObjects(cloud.tables, bucket),
    alarms: () => alarmsOf(cloud.tables),
    may: (role, operation, arn) => may(cloud.tables, clock.now(), role, operation, arn),
    apps: () => appsView(cloud.tables, clock.now()),
    transfers,
    key: keyOf,
    arnOf: (name) => arns.get(name),
    state(name) {
      const key = keyOf(name)
      return key && keyState(key)
    },
    files: () => [...files.keys()],
    file: (name) => files.get(name)?.bytes,
    changedAt: (name) => files.get(name)?.changedAt,
    answer: (id) => answers.get(id)?.value,
    answeredAt: (id) => answers.get(id)?.at,
    safe: (about) => safes.get(about) ?? [],
    rings,
  }

  const door = await openDoor(cloud)

  await lab.start(stage)
  await cloud.settle()
  first = scene().length
  toldSince = []
  startedAt = clock.now()

  return {
    view,
    seed,
    judges: lab.judgeUpload !== undefined,
    moveClock,
    regionFailure,
    async ring(about) {
      if (!lab.phone) throw new RangeError('nobody can be rung up here')
      const at = clock.now()
      await moveClock(at + lab.phone.takes)
      const { said, gives } = await lab.phone.answer(view, about, hands.fingerprint)
      for (const { name, bytes } of gives) putFile(name, bytes)
      rings.push({ about, at, until: clock.now(), said, gave: gives.map(({ name }) => name) })
    },
    wrap: (publicKey, material, hash = 'SHA-256') => hands.wrap(publicKey, material, hash),
    openLocally: hands.local.open,
    closeLocally: hands.local.close,
    fingerprint: hands.fingerprint,
    random: (length) => entropy.bytes(length),
    putFile,
    answer: (id, value) => void answers.set(id, { value, at: clock.now() }),
    arn,
    async call(operation, input, region, as = 'KeyCustodian') {
      const answer = await door.request('kms', operation, input, callerOf(as, region))
      await takeTime()
      return answer
    },
    async request(service, operation, input, as = 'KeyAdmin', region) {
      const answer = await door.request(service, operation, input, callerOf(as, region))
      await takeTime()
      return answer
    },
    receive(name, bytes) {
      const verdict = lab.judgeUpload?.(name, bytes, view) ?? { accept: true }
      transfers.push({
        name,
        size: bytes.length,
        verdict: verdict.accept ? 'accepted' : 'refused',
        at: clock.now(),
      })
      if (verdict.accept) putFile(name, bytes)
      return verdict
    },
  }
}

export const callerOf = (role: Role | 'root', region = REGION): Caller => ({
  accountId: ACCOUNT,
  region,
  principal:
    role === 'root'
      ? { type: 'Root', principalId: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:root` }
      : sessionOf(ACCOUNT, role, 'lab'),
  sourceIPAddress: '192.0.2.10',
  userAgent: 'kms-key-material-lab',
})

export const openConditions = (lab: Pick<LabDefinition, 'steps'>, view: LabView): readonly Condition[] =>
  lab.steps.flatMap(({ conditions }) => conditions).filter((condition) => !condition.holds(view).met)

export const firedMoves = (lab: Pick<LabDefinition, 'wrongMoves'>, view: LabView): readonly string[] =>
  lab.wrongMoves.filter((move) => move.when(view)).map(({ id }) => id)
