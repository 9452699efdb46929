import { describe, expect, it } from 'vitest'
import type { AnsweredItem } from '../../course/answered.ts'
import { roundIn, roundQuery, roundResults, type Round } from './round.ts'

const round: Round = {
  questions: [
    { itemId: 'AQ01', variants: [3] },
    { itemId: 'RQ02', variants: [17, 5] },
  ],
  at: 1,
}
const known = (id: string) => id === 'AQ01' || id === 'RQ02'

const answer = (itemId: string, variant: number, right: boolean, mode: AnsweredItem['mode'] = 'review') =>
  ({
    itemId,
    variant,
    right,
    mode,
    at: 0,
    response: { kind: 'marked', ids: [] },
    share: 0,
    tags: [],
    seconds: 1,
  }) as const

describe('the round of a review', () => {
  it('is read from an address as it was written', () => {
    expect(roundQuery(round)).toBe('?round=AQ01-3_RQ02-17-5&at=1')
    expect(roundIn(roundQuery(round).slice(1), known)).toEqual(round)
  })

  it('is none where the address names what is not there', () => {
    for (const search of ['', 'round=&at=0', 'round=AQ01&at=0', 'round=XX1-3&at=0', 'round=AQ01-3&at=2'])
      expect(roundIn(search, known), search).toBeUndefined()
    expect(roundIn('round=AQ01-1000&at=0', known)).toBeUndefined()
    expect(roundIn('round=AQ01-3', known)).toBeUndefined()
    expect(roundIn('round=AQ01-3&at=1', known)?.at).toBe(1)
  })

  it('counts the newest answer to each of its questions, and no answer from elsewhere', () => {
    expect(
      roundResults(round, [
        answer('AQ01', 3, true, 'practice'),
        answer('AQ01', 4, true),
        answer('RQ02', 17, true),
        answer('RQ02', 5, false),
      ]),
    ).toEqual({ RQ02: false })
  })
})
