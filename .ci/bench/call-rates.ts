import { makeKeys, openCloud } from './account.ts'
import { median } from './measure.mjs'
import { samples } from './samples.ts'

const ROUNDS = 5
const ROUND_MS = 250

/** Calls a second of each operation, one after the other, through the cloud: policies, queue and trail included. */
export async function callRates(): Promise<{ label: string; perSecond: number }[]> {
  const { call } = openCloud()
  const [keyId = ''] = await makeKeys(call, 100)
  const rates: { label: string; perSecond: number }[] = []
  for (const { label, operation, input } of await samples(call, keyId)) {
    const rounds: number[] = []
    for (let round = -1; round < ROUNDS; round++) {
      const start = performance.now()
      let calls = 0
      for (; performance.now() - start < ROUND_MS; calls++) await call(operation, input)
      if (round >= 0) rounds.push((1000 * calls) / (performance.now() - start))
    }
    rates.push({ label, perSecond: median(rounds) })
  }
  return rates
}
