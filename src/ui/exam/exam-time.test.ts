import { expect, it } from 'vitest'
import { minutesAndSeconds, saidAt } from './exam-time.ts'

it('shows the time left in minutes and seconds, and says it aloud four times', () => {
  expect([3_900, 61, 60, 9, 0].map(minutesAndSeconds)).toEqual(['65:00', '1:01', '1:00', '0:09', '0:00'])
  const said = Array.from({ length: 3_901 }, (_, left) => saidAt(left)).filter((each) => each !== undefined)
  expect(said).toEqual([1, 5, 10, 30])
})
