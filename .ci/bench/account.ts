import { createCloud, type Cloud } from '../../src/cloud/cloud.ts'
import { createKms } from '../../src/kms/engine.ts'
import { Tables } from '../../src/kms/tables.ts'
import type { Caller } from '../../src/kms/trail.ts'
import { webCryptoProvider } from '../../src/crypto/web-crypto.ts'
import { ACCOUNT, HOME_REGION, roleCaller } from '../../src/lab/stage.ts'
import { virtualClock, type MovableClock } from '../../src/world/clock.ts'
import { seededEntropy } from '../../src/world/entropy.ts'

export const START = Date.UTC(2026, 0, 12, 9)
/** Who calls in the lab and at the endpoint unless somebody says otherwise. */
export const caller: Caller = {
  accountId: ACCOUNT,
  region: HOME_REGION,
  principal: { type: 'Root', principalId: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:root` },
  sourceIPAddress: '192.0.2.10',
  userAgent: 'aws-cli/2',
}
/** For whom policies have to be read. */
export const custodian: Caller = roleCaller('KeyCustodian')

type Input = Readonly<Record<string, unknown>>
export type Call = (operation: string, input: Input) => Promise<Input>

/** The clock and the seeded entropy of a learner's world. */
export function openCloud(rows = new Tables()): { cloud: Cloud; clock: MovableClock; call: Call } {
  const clock = virtualClock(START)
  const entropy = seededEntropy(new Uint8Array(32).fill(7))
  const cloud = createCloud({ world: { clock, entropy }, crypto: webCryptoProvider(), tables: rows })
  return { cloud, clock, call: outputs((...request) => cloud.call(...request, caller)) }
}

/** The engine alone, without queue and trail, over the same tables. */
export function openEngine(tables: Tables) {
  const entropy = seededEntropy(new Uint8Array(32).fill(8))
  return createKms({ world: { clock: virtualClock(START), entropy }, crypto: webCryptoProvider(), tables })
}

export function outputs(run: (operation: string, input: Input) => ReturnType<Cloud['call']>): Call {
  return async (operation, input) => {
    const result = await run(operation, input)
    if (!result.ok) throw result.error
    return result.output
  }
}

const tagsOf = (n: number) => [
  { TagKey: 'Project', TagValue: `project-${n % 7}` },
  { TagKey: 'CostCenter', TagValue: String(1000 + (n % 40)) },
]

/** @returns key ids in the order in which the keys were made; every tenth has an alias, every fifth rotates */
export async function makeKeys(call: Call, count: number, from = 0): Promise<string[]> {
  const ids: string[] = []
  for (let n = from; n < from + count; n++) {
    const made = await call('CreateKey', { Description: `Key ${n} of the payroll service`, Tags: tagsOf(n) })
    const { KeyId } = made.KeyMetadata as { KeyId: string }
    if (n % 10 === 0) await call('CreateAlias', { AliasName: `alias/payroll-${n}`, TargetKeyId: KeyId })
    if (n % 5 === 0) await call('EnableKeyRotation', { KeyId })
    ids.push(KeyId)
  }
  return ids
}

export const encryptInput = (KeyId: string, Plaintext: Uint8Array) => ({
  KeyId,
  Plaintext,
  EncryptionContext: { purpose: 'payroll' },
})
