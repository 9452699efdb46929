import { webCryptoProvider } from '../../src/crypto/web-crypto.ts'
import { days } from '../../src/world/clock.ts'
import { openCloud, START } from './account.ts'
import { median } from './measure.mjs'
import { openLab, putOnDisk } from './saved-lab.ts'
import { DUE_EVENTS, makeYear } from './year.ts'

const ROUNDS = 9

/** The same year through the lab: preview, journal and a strict write to disk are in it. Undo brings it back. */
export async function labClock() {
  const { cloud, call } = openCloud()
  await makeYear(call, webCryptoProvider(), START)
  await putOnDisk('year', cloud.tables)
  const lab = await openLab('year')
  const spent: number[] = []
  for (let round = -1; round < ROUNDS; round++) {
    const { now } = lab.store.getState()
    const start = performance.now()
    const { happened } = await lab.moveClock(now + days(365))
    if (round >= 0) spent.push(performance.now() - start)
    if (happened.length !== DUE_EVENTS)
      throw new Error(`${DUE_EVENTS} events were due, ${happened.length} happened`)
    await lab.undo()
  }
  const { saved } = lab.store.getState()
  await lab.close()
  if (saved !== 'saved') throw new Error(`ended as ${saved}`)
  return median(spent)
}
