import type { Hands } from '../../course/headless.ts'
import type { LabDefinition } from '../../course/lab-definition.ts'
import { MOST_SEED } from './night-in.ts'

/**
 * The seed with which a lab begins. A night begins with one that the generator accepted: its best line repairs it, and
 * waiting does not.
 *
 * @param drawn by chance
 */
export async function startSeed(
  { incident }: Pick<LabDefinition, 'incident'>,
  drawn: number,
  hands: Hands,
): Promise<number> {
  if (incident === undefined) return drawn
  const { acceptedIncident } = await import('../../course/gameday/accept.ts')
  return (await acceptedIncident((drawn % MOST_SEED) + 1, incident, hands)).labSeed
}
