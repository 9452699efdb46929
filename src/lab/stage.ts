import { encodeHex } from '../bytes/hex.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { sessionOf } from '../cloud/identities.ts'
import { gapRow } from '../cloud/trail-gap.ts'
import type { LocalCipher } from '../course/apps/envelope.ts'
import { installApp, passTime } from '../course/apps/pass-time.ts'
import type { Role, Stage } from '../course/lab-definition.ts'
import { aesCbcDecrypt, aesCbcEncrypt } from '../crypto/aes-cbc.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import { sha256 } from '../crypto/sha256.ts'
import { outsideChange } from '../kms/outside-change.ts'
import type { Change, Tables } from '../kms/tables.ts'
import type { Caller } from '../kms/trail.ts'
import {
  ANSWERED,
  ANSWERS,
  EXAMS,
  PARTS,
  FILES,
  HISTORY,
  MOVES,
  NAMES,
  PASSES,
  PROGRESS,
  SAFES,
  type FileRow,
  type SafeRow,
} from './rows.ts'
import type { RowWorld } from './world-rows.ts'

export const ACCOUNT = '111122223333'
export const HOME_REGION = 'eu-west-1'

/** Outlives the world: what the learner reached, answered, believed and typed, in every lab. */
const EARNED = new Set([PROGRESS, PASSES, ANSWERS, ANSWERED, EXAMS, PARTS, MOVES, HISTORY])

/** An empty account again; answers of `labId` are open again, those of other labs stay. */
export function emptyWorld(tables: Tables, labId?: string): Change {
  const again = (table: string, key: string) =>
    labId !== undefined && table === ANSWERS && key.startsWith(`${labId}/`)
  return tables
    .dump()
    .flatMap(([table, key]) => (EARNED.has(table) && !again(table, key) ? [] : [[table, key, null] as const]))
}

export const earnedRows = (tables: Tables): Change => tables.dump().filter(([table]) => EARNED.has(table))

/** A principal of the story, as an assumed role (F-702). */
export const roleCaller = (role: Role, region = HOME_REGION): Caller => ({
  accountId: ACCOUNT,
  region,
  principal: sessionOf(ACCOUNT, role, 'lab'),
  sourceIPAddress: '192.0.2.10',
  userAgent: 'aws-cli/2',
})

const NO_IV = new Uint8Array(16)
/** What openssl does on a computer of the story's: each data key closes one record only. */
export const local: LocalCipher = {
  close: (key, plaintext) => aesCbcEncrypt(key, NO_IV, plaintext),
  open: (key, closed) => aesCbcDecrypt(key, NO_IV, closed),
}

export interface StagePorts {
  readonly tables: Tables
  readonly world: RowWorld
  readonly cloud: Cloud
  readonly crypto: CryptoProvider
  readonly rest?: (() => Promise<void>) | undefined
}

/** What a lab's `start` works with: the learner's own engine, before the learner comes. */
export function createStage({ tables, world, cloud, crypto, rest }: StagePorts): Stage {
  return {
    get now() {
      return world.clock.now()
    },
    async call(operation, input, as = 'KeyCustodian', region) {
      await rest?.()
      const result = await cloud.call(operation, input, roleCaller(as, region))
      if (!result.ok) throw result.error
      return result.output
    },
    async request(service, operation, input, as = 'KeyAdmin', region) {
      await rest?.()
      const result = await cloud.request(service, operation, input, roleCaller(as, region))
      if (!result.ok) throw result.error
      return result.output
    },
    regionFailure: async () => void (await cloud.regionFailure(HOME_REGION)),
    outside: (description) =>
      void tables.apply(
        outsideChange(
          {
            reader: tables,
            place: { accountId: ACCOUNT, region: HOME_REGION },
            entropy: world.entropy,
          },
          description,
        ),
      ),
    install: (app) => installApp(tables, app),
    moveClock: (to) => passTime({ cloud, clock: world.clock, local }, to),
    putFile: (name, bytes) =>
      void tables.apply([[FILES, name, { name, bytes, changedAt: world.clock.now() } satisfies FileRow]]),
    hideTrail: (gap) => void tables.apply([gapRow(gap)]),
    lockAway: (about, { name, bytes }) =>
      void tables.apply([[SAFES, String(tables.size(SAFES) + 1), { about, name, bytes } satisfies SafeRow]]),
    name: (name, keyArn) => void tables.apply([[NAMES, name, keyArn]]),
    arn(name) {
      const arn = tables.get<string>(NAMES, name)
      if (arn === undefined) throw new RangeError(`this lab has no key named ${name}`)
      return arn
    },
    random: (length) => world.entropy.bytes(length),
    wrap: (publicKey, material, hash = 'SHA-256') => crypto.rsaOaepEncrypt(publicKey, hash, material),
    closeLocally: local.close,
    fingerprint: (bytes) => encodeHex(sha256(bytes)),
  }
}
