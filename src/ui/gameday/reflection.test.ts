import { describe, expect, it } from 'vitest'
import { gameDays } from '../../course/gameday/game-days.ts'
import { nightShift } from '../../course/labs/night-shift.ts'
import { words } from './words.ts'

const { first, timeline, beliefs, line } = words.debrief
const telling = (text: string) => new Set(text.toLowerCase().match(/[a-z]{4,}/g))

describe('the sentence of one’s own after a night', () => {
  it.each([...gameDays, nightShift])(
    'is asked about what the debrief above it does not tell ($code)',
    (night) => {
      for (const heading of [first, timeline, beliefs, line]) {
        const told = telling(heading)
        const asked = [...telling(night.reflection)].filter((word) => told.has(word))
        expect(asked.length, `${heading}: ${asked.join(' ')}`).toBeLessThan(2)
      }
    },
  )
})
