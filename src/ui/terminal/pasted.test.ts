import { describe, expect, it } from 'vitest'
import { judgePaste } from './pasted.ts'

describe('a paste', () => {
  it('of one line goes in as it is, also with the line end that came along', () => {
    expect(judgePaste('aws kms list-keys')).toEqual({ is: 'plain' })
    expect(judgePaste('aws kms list-keys\r\n')).toEqual({ is: 'plain' })
  })

  it('of several lines is shown before it can run', () => {
    expect(judgePaste('ls\r\nwc -c a\n')).toEqual({
      is: 'to-confirm',
      lines: ['ls', 'wc -c a'],
      text: 'ls\nwc -c a',
      hides: false,
    })
  })

  it('that hides something is shown, even in one line', () => {
    expect(judgePaste('ls \u202egnp.x')).toMatchObject({ is: 'to-confirm', hides: true })
    expect(judgePaste('ls\u0003')).toMatchObject({ is: 'to-confirm', hides: true })
  })

  it('of 100,000 lines is refused without being looked through', () => {
    expect(judgePaste('echo a line\n'.repeat(100_000))).toEqual({ is: 'too-long', length: 1_200_000 })
  })
})
