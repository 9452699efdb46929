import { engineDoor, type Door, type OpenDoor } from './door-of-play.ts'
import { firedMoves, openConditions, playHeadless, type Hands } from './headless.ts'
import type { LabDefinition } from './lab-definition.ts'
import { labOfSeed } from './lab-of-seed.ts'
import type { LabPlay, Player } from './plays/player.ts'

/**
 * Plays a lab's own solution from a fresh start.
 *
 * @param openDoor how its requests reach the engine
 * @returns the conditions that are open after it, and the wrong moves that were recognised on the way: none of either
 */
export async function rehearseSolution(
  lab: LabDefinition,
  play: LabPlay,
  seed: number,
  hands: Hands,
  openDoor: OpenDoor = engineDoor,
): Promise<{ readonly open: readonly string[]; readonly fired: readonly string[] }> {
  const variant = labOfSeed(lab, seed)
  let door: Door | undefined
  const player = await playHeadless(variant, seed, hands, async (cloud) => (door = await openDoor(cloud)))
  const fired = new Set<string>()
  const watch =
    <Asked extends readonly unknown[], Answer>(act: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked) => {
      const answer = await act(...asked)
      for (const id of firedMoves(variant, player.view)) fired.add(id)
      return answer
    }
  const watched: Player = {
    ...player,
    call: watch(player.call),
    request: watch(player.request),
  }
  try {
    await play.solution(watched)
  } finally {
    await door?.close?.()
  }
  return { open: openConditions(variant, player.view).map(({ id }) => id), fired: [...fired] }
}

/** Makes one wrong move from a fresh start. @returns the moves that are recognised after it: that one alone */
export async function rehearseWrongMove(
  lab: LabDefinition,
  play: LabPlay,
  move: string,
  seed: number,
  hands: Hands,
): Promise<readonly string[]> {
  const variant = labOfSeed(lab, seed)
  const player = await playHeadless(variant, seed, hands)
  const act = play.wrongMoves[move]
  if (!act) throw new RangeError(`no play for the wrong move ${move} of ${lab.code}`)
  await act(player)
  return firedMoves(variant, player.view)
}
