import { caller, encryptInput, makeKeys, openCloud } from './account.ts'
import { interleaved, median, pairedRatio } from './measure.mjs'

const FEW = 1_000
const MANY = 100_000
const KEYS = 100
const NEWEST = {
  LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'DescribeKey' }],
  MaxResults: 10,
}
const PLAINTEXT = new Uint8Array(32).fill(0x61)

/** Encrypt and LookupEvents after 100,000 records of the trail beside the same after 1,000, with 100 keys each. */
export async function manyRecords() {
  const [few, many] = [await recorded(FEW), await recorded(MANY)]
  const cost = await interleaved(
    { encryptFew: few.encrypt, encryptMany: many.encrypt, lookUpFew: few.lookUp, lookUpMany: many.lookUp },
    { rounds: 15, times: 50 },
  )
  return {
    encryptUs: 1000 * median(cost.encryptMany),
    lookUpUs: 1000 * median(cost.lookUpMany),
    encryptRatio: pairedRatio(cost.encryptMany, cost.encryptFew),
    lookUpRatio: pairedRatio(cost.lookUpMany, cost.lookUpFew),
  }
}

async function recorded(count: number) {
  const { cloud, call } = openCloud()
  const ids = await makeKeys(call, KEYS)
  for (let n = cloud.trail().length; n < count; n++) await call('DescribeKey', { KeyId: ids[n % KEYS] })
  return {
    encrypt: (i: number) => call('Encrypt', encryptInput(ids[i % KEYS] as string, PLAINTEXT)),
    async lookUp() {
      const result = await cloud.request('cloudtrail', 'LookupEvents', NEWEST, caller)
      if (!result.ok) throw result.error
    },
  }
}
