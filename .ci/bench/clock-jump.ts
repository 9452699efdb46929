import { Tables } from '../../src/kms/tables.ts'
import { webCryptoProvider } from '../../src/crypto/web-crypto.ts'
import { days } from '../../src/world/clock.ts'
import { makeKeys, openCloud, START } from './account.ts'
import { median } from './measure.mjs'
import { DUE_EVENTS, makeYear } from './year.ts'

const ROUNDS = 11

/** A year passes at once, with 200 due events; in a world of 200 keys and in one of 10,000 more. */
export async function clockJump() {
  const { cloud, call } = openCloud()
  await makeYear(call, webCryptoProvider(), START)
  const small = await jumps(cloud.tables)
  await makeKeys(
    (name, input) => (name === 'EnableKeyRotation' ? Promise.resolve({}) : call(name, input)),
    10_000,
  )
  return { smallMs: median(small), largeMs: median(await jumps(cloud.tables)) }
}

async function jumps(tables: Tables): Promise<number[]> {
  const spent: number[] = []
  for (let round = -1; round < ROUNDS; round++) {
    const { cloud, clock } = openCloud(new Tables(tables.dump()))
    clock.advance(days(365))
    const start = performance.now()
    const { length } = await cloud.settle()
    if (round >= 0) spent.push(performance.now() - start)
    if (length !== DUE_EVENTS) throw new Error(`${DUE_EVENTS} events were due, ${length} happened`)
  }
  return spent
}
