import { Tables } from '../../kms/tables.ts'
import { caller, START, testCrypto } from '../../kms/testing/account.ts'
import type { Caller } from '../../kms/trail.ts'
import { virtualClock } from '../../world/clock.ts'
import { seededEntropy } from '../../world/entropy.ts'
import { createCloud, type CloudPorts } from '../cloud.ts'
import type { ServiceName } from '../service.ts'

type Values = Readonly<Record<string, unknown>>

/** An empty cloud with a virtual clock, whose calls give the output or throw the error. */
export function testCloud(ports: Partial<CloudPorts> = {}) {
  const clock = virtualClock(START)
  const entropy = seededEntropy(new Uint8Array(32).fill(11))
  const tables = new Tables()
  const cloud = createCloud({ world: { clock, entropy }, crypto: testCrypto(), tables, ...ports })

  const kms = async (operation: string, input: Values = {}, as: Caller = caller()): Promise<any> => {
    const result = await cloud.call(operation, input, as)
    if (!result.ok) throw result.error
    return result.output
  }
  const ask = async (
    service: ServiceName,
    operation: string,
    input: Values = {},
    as: Caller = caller(),
  ): Promise<any> => {
    const result = await cloud.request(service, operation, input, as)
    if (!result.ok) throw result.error
    return result.output
  }

  return {
    cloud,
    clock,
    tables,
    kms,
    ask,
    /** Moves the clock and lets happen what is due. */
    async travel(ms: number) {
      clock.advance(ms)
      return cloud.settle()
    },
    async createKey(input: Values = {}, as?: Caller): Promise<{ id: string; arn: string }> {
      const { KeyMetadata } = await kms('CreateKey', input, as)
      return { id: KeyMetadata.KeyId, arn: KeyMetadata.Arn }
    },
  }
}

export type TestCloud = ReturnType<typeof testCloud>
