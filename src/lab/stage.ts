import { encodeHex } from '../bytes/hex.ts'
import type { Cloud } from '../cloud/cloud.ts'
import type { Role, Stage } from '../course/lab-definition.ts'
import { aesCbcEncrypt } from '../crypto/aes-cbc.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import { sha256 } from '../crypto/sha256.ts'
import { outsideChange } from '../kms/outside-change.ts'
import type { Change, Tables } from '../kms/tables.ts'
import type { Caller } from '../kms/trail.ts'
import {
  ANSWERED,
  ANSWERS,
  EXAMS,
  FILES,
  HISTORY,
  MOVES,
  NAMES,
  PASSES,
  PROGRESS,
  type FileRow,
} from './rows.ts'
import type { RowWorld } from './world-rows.ts'

export const ACCOUNT = '111122223333'
export const HOME_REGION = 'eu-west-1'

/** Outlives the world: what the learner reached, answered, believed and typed, in every lab. */
const EARNED = new Set([PROGRESS, PASSES, ANSWERS, ANSWERED, EXAMS, MOVES, HISTORY])

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
  principal: {
    type: 'AssumedRole',
    principalId: `AROAEXAMPLE:${role}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/lab`,
  },
  sourceIPAddress: '192.0.2.10',
  userAgent: 'aws-cli/2',
})

export interface StagePorts {
  readonly tables: Tables
  readonly world: RowWorld
  readonly cloud: Cloud
  readonly crypto: CryptoProvider
}

/** What a lab's `start` works with: the learner's own engine, before the learner comes. */
export function createStage({ tables, world, cloud, crypto }: StagePorts): Stage {
  return {
    get now() {
      return world.clock.now()
    },
    async call(operation, input, as = 'KeyCustodian') {
      const result = await cloud.call(operation, input, roleCaller(as))
      if (!result.ok) throw result.error
      return result.output
    },
    async moveClock(to) {
      if (to > world.clock.now()) world.clock.advance(to - world.clock.now())
      await cloud.settle()
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
    putFile: (name, bytes) =>
      void tables.apply([[FILES, name, { name, bytes, changedAt: world.clock.now() } satisfies FileRow]]),
    name: (name, keyArn) => void tables.apply([[NAMES, name, keyArn]]),
    random: (length) => world.entropy.bytes(length),
    wrap: (publicKey, material, hash = 'SHA-256') => crypto.rsaOaepEncrypt(publicKey, hash, material),
    closeLocally: (dataKey, plaintext) => aesCbcEncrypt(dataKey, new Uint8Array(16), plaintext),
    fingerprint: (bytes) => encodeHex(sha256(bytes)),
  }
}
