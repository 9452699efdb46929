import { expect, it } from 'vitest'
import { gameDays } from '../../course/gameday/game-days.ts'
import { labAddress } from './lab-address.ts'

it('a lab is done at its own address, and a game day where nights are drawn', () => {
  expect(labAddress('first-import')).toBe('/lab/first-import')
  expect(gameDays.map(({ id }) => labAddress(id))).toEqual(gameDays.map(() => '/gameday'))
})
