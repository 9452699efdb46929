import { describe, expect, it } from 'vitest'
import type { Bytes } from '../bytes/bytes.ts'
import { door, DOOR_KEY, doorInstant, type DoorStep, type StagedAct } from './door.ts'
import { firedMoves, openConditions, playHeadless } from './headless.ts'
import { importInto } from './plays/import-moves.ts'
import type { Player } from './plays/player.ts'
import { hands } from './testing/hands.ts'

const demo = { steps: door.steps.map((step) => ({ ...step, hints: ['', '', ''] as const })), wrongMoves: door.wrongMoves }

async function act(player: Player, staged: StagedAct): Promise<void> {
  if (staged.does === 'move-clock') return player.moveClock(doorInstant(player.view.startedAt, staged))
  const file = (name: string) => player.view.file(name) as Bytes
  if (staged.does === 'wrap') return player.putFile(staged.to, await player.wrap(file(staged.publicKey), file(staged.material)))
  const input = Object.entries(staged.input).map(([name, value]) => [
    name,
    typeof value !== 'string' ? file(value.file) : value === DOOR_KEY ? player.arn(door.keyName) : value,
  ])
  const answer = await player.call(staged.operation, Object.fromEntries(input))
  for (const [member, name] of Object.entries(staged.keep ?? {})) if (answer.ok) player.putFile(name, answer.output[member] as Bytes)
}

async function until(player: Player, last: DoorStep['id']): Promise<void> {
  for (const step of door.steps) {
    for (const staged of step.acts) await act(player, staged)
    if (step.prediction) player.answer(step.prediction.id, 'pending-import')
    if (step.id === last) return
  }
}

describe('the first minute on the door page', { timeout: 60_000 }, () => {
  it('starts at 09:00 with a key whose material expires at 10:00', async () => {
    const player = await playHeadless(door, 1, hands)
    expect(new Date(player.view.now).toISOString()).toBe('2026-01-12T09:00:00.000Z')
    expect(new Date(player.view.key('Kv')?.materials[0]?.validTo as number).toISOString()).toBe('2026-01-12T10:00:00.000Z')
    expect(openConditions(demo, player.view)).toHaveLength(door.steps.flatMap(({ conditions }) => conditions).length)
  })

  it.each(door.steps)('step $id is done by its staged acts, and the next one is not', async ({ id }) => {
    const player = await playHeadless(door, 2, hands)
    await until(player, id)
    const at = door.steps.findIndex((step) => step.id === id)
    const stillOpen = openConditions(demo, player.view).map((condition) => condition.id)
    expect(stillOpen).toEqual(door.steps.slice(at + 1).flatMap(({ conditions }) => conditions.map((condition) => condition.id)))
    expect(firedMoves(demo, player.view)).toEqual([])
  })

  it('moves the clock to 10:01 exactly', async () => {
    const player = await playHeadless(door, 3, hands)
    await until(player, 'wait')
    expect(new Date(player.view.now).toISOString()).toBe('2026-01-12T10:01:00.000Z')
    expect(player.view.state('Kv')).toBe('PendingImport')
  })

  it.each([
    ['door-other-bytes', {}],
    ['door-new-material', { ImportType: 'NEW_KEY_MATERIAL' }],
  ])('answers other bytes after the expiry: %s', async (id, more) => {
    const player = await playHeadless(door, 4, hands)
    await until(player, 'read-again')
    await importInto(player, 'Kv', player.random(32), more)
    expect(firedMoves(demo, player.view)).toEqual([id])
  })
})
