import type { Acting } from '../lab/acting.ts'
import type { Lab } from '../lab/lab.ts'
import { announce } from './announce.tsx'
import { words } from './words.ts'
import { openKey, selectKey } from './workspace/frame.ts'

/** Goes on as somebody else or in another Region, and says so. */
export async function actAs(lab: Lab, change: Partial<Acting>): Promise<void> {
  try {
    await lab.actAs(change)
    const { as, region } = lab.store.getState().acting
    announce(words.acting.now(as, region))
  } catch (error) {
    announce(error instanceof Error ? error.message : String(error))
  }
}

const regionOf = (keyArn: string) => keyArn.split(':')[3] ?? ''

/** Shows a key in World, which shows one Region at a time: the one in which the learner acts. */
export async function showKey(lab: Lab, keyArn: string): Promise<void> {
  await goToRegionOf(lab, keyArn)
  openKey(keyArn)
}

/** The same where World is in sight already. */
export async function goToKey(lab: Lab, keyArn: string): Promise<void> {
  await goToRegionOf(lab, keyArn)
  selectKey(keyArn)
}

async function goToRegionOf(lab: Lab, keyArn: string): Promise<void> {
  const region = regionOf(keyArn)
  if (region !== lab.store.getState().acting.region) await actAs(lab, { region })
}
