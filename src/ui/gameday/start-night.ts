import type { Level } from '../../course/gameday/incident.ts'
import type { Session } from '../session.tsx'
import { forgetFrame } from '../workspace/frame.ts'

/** Makes sure that the night can be solved, then puts the learner into it. */
export async function startNight(
  { lab, hands, gameDays }: Session,
  seed: number,
  level: Level,
  wanted: () => boolean,
): Promise<void> {
  const { acceptedIncident } = await import('../../course/gameday/accept.ts')
  const { labSeed } = await acceptedIncident(seed, level, hands)
  const definition = gameDays.find(({ incident }) => incident === level)
  if (!definition || !wanted()) return
  forgetFrame()
  await lab.startLab(definition, labSeed)
}
