import { describe, expect, it } from 'vitest'
import { addressOf, nightIn } from './night-in.ts'

describe('the address of a night', () => {
  it('says seed and level, and level 1 when it names none', () => {
    expect(nightIn('42', 'level=3')).toEqual({ seed: 42, level: 3 })
    expect(nightIn('42', '')).toEqual({ seed: 42, level: 1 })
    const [path = '', search = ''] = addressOf(7, 2).split('?')
    expect(nightIn(path.split('/')[2] ?? '', search)).toEqual({ seed: 7, level: 2 })
  })

  it.each([
    ['0', ''],
    ['1000000', ''],
    ['-1', ''],
    ['1.5', ''],
    ['x', ''],
    ['', ''],
    ['1', 'level=4'],
    ['1', 'level=x'],
  ])('is none for %j with %j', (seed, search) => {
    expect(nightIn(seed, search)).toBeUndefined()
  })
})
