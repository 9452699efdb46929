import { encryptInput, makeKeys, openCloud } from './account.ts'
import { interleaved, median, pairedRatio } from './measure.mjs'

const FEW = 100
const MANY = 10_000
const PLAINTEXT = new Uint8Array(32).fill(0x61)

/** Encrypt and DescribeKey in a world of 10,000 keys beside one of 100. Both take turns among 100 keys. */
export async function manyKeys() {
  const [few, many] = [openCloud(), openCloud()]
  const fewIds = await makeKeys(few.call, FEW)
  const manyIds = (await makeKeys(many.call, MANY)).filter((_, n) => n % (MANY / FEW) === 0)
  const at = (ids: string[], i: number) => ids[i % ids.length] as string

  const cost = await interleaved(
    {
      encryptFew: (i) => few.call('Encrypt', encryptInput(at(fewIds, i), PLAINTEXT)),
      encryptMany: (i) => many.call('Encrypt', encryptInput(at(manyIds, i), PLAINTEXT)),
      describeFew: (i) => few.call('DescribeKey', { KeyId: at(fewIds, i) }),
      describeMany: (i) => many.call('DescribeKey', { KeyId: at(manyIds, i) }),
    },
    { rounds: 15, times: 200 },
  )
  return {
    encryptUs: 1000 * median(cost.encryptMany),
    describeUs: 1000 * median(cost.describeMany),
    encryptRatio: pairedRatio(cost.encryptMany, cost.encryptFew),
    describeRatio: pairedRatio(cost.describeMany, cost.describeFew),
  }
}
