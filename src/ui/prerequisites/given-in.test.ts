import { describe, expect, it } from 'vitest'
import { prerequisiteItems } from '../../course/prerequisites/prerequisites.ts'
import { addressOf, givenIn } from './given-in.ts'

const first = prerequisiteItems.map(({ options }) => options[1]?.id as string)
const read = (address: string) => givenIn(address.split('?')[1] ?? '', prerequisiteItems)

describe('the address of a prerequisite check', () => {
  it('holds the whole of it: answers and the question that shows', () => {
    for (let n = 0; n <= 8; n++)
      for (let on = n === 0 ? 0 : n - 1; on <= n; on++)
        expect(read(addressOf({ given: first.slice(0, n), on }))).toEqual({ given: first.slice(0, n), on })
  })

  it('goes on from what it can read when somebody wrote it by hand', () => {
    expect(read('?given=')).toEqual({ given: [], on: 0 })
    expect(read(`?given=${first[0]},<b>,${first[2]}&on=7`)).toEqual({ given: [first[0]], on: 1 })
    expect(read(`?given=${first[0]}&on=-1`).on).toBe(1)
    expect(read(`?given=${first[0]}&on=x`).on).toBe(1)
    expect(read(`?given=${[...first, 'more'].join(',')}&on=8`)).toEqual({ given: first, on: 8 })
  })
})
