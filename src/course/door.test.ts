import { describe, expect, it } from 'vitest'
import { door } from './door.ts'
import { openConditions, playHeadless } from './headless.ts'
import { doorActs } from './plays/door.ts'
import { hands } from './testing/hands.ts'

const iso = (at: number | undefined) => new Date(at as number).toISOString()

describe('the first minute on the door page', () => {
  it('starts at 09:00 with a key whose material expires at 10:00', async () => {
    const { view } = await playHeadless(door, 1, hands)
    expect(iso(view.now)).toBe('2026-01-12T09:00:00.000Z')
    expect(iso(view.key('K')?.materials[0]?.validTo)).toBe('2026-01-12T10:00:00.000Z')
  })

  it.each(door.steps.map(({ id }, at) => ({ id, at })))(
    'step $id is done by its own act, and the next one is still open',
    async ({ at }) => {
      const player = await playHeadless(door, 2, hands)
      for (const act of doorActs.slice(0, at + 1)) await act(player)
      const later = door.steps.slice(at + 1).flatMap(({ conditions }) => conditions)
      expect(openConditions(door, player.view)).toEqual(later)
    },
  )

  it('stands at 10:01 with an empty key when the material has expired', async () => {
    const player = await playHeadless(door, 3, hands)
    for (const act of doorActs.slice(0, 3)) await act(player)
    expect(iso(player.view.now)).toBe('2026-01-12T10:01:00.000Z')
    expect(player.view.state('K')).toBe('PendingImport')
  })
})
