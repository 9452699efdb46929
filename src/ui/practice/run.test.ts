import { describe, expect, it } from 'vitest'
import { runWith } from './run.ts'

const kept = { query: '?wrong=1', ids: ['AQ01', 'AQ02'], results: { AQ01: true } }

describe('a run through questions', () => {
  it('stays as it was when answers change what the filter finds', () => {
    expect(runWith(kept, 'AQ02', '?wrong=1', ['AQ02'])).toBe(kept)
  })

  it('begins anew with another filter, or with a question that is not in it', () => {
    expect(runWith(kept, 'AQ02', '', ['AQ01', 'AQ02', 'AQ03'])).toEqual({
      query: '',
      ids: ['AQ01', 'AQ02', 'AQ03'],
      results: {},
    })
    expect(runWith(kept, 'RQ01', '?wrong=1', ['AQ02']).ids).toEqual(['RQ01', 'AQ02'])
  })
})
