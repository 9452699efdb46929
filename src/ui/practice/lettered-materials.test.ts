import { describe, expect, it } from 'vitest'
import { items } from '../../course/items/index.ts'
import { callsByLetter } from './lettered-materials.ts'

describe('a question that calls materials by letters', () => {
  const found = items.filter(callsByLetter).map(({ id }) => id)

  it('is known by its stem or by what it offers', () => {
    for (const id of ['AQ16', 'AQ30', 'RQ11', 'RQ15', 'RQ30']) expect(found).toContain(id)
  })

  it('is not one that only begins a sentence with A', () => {
    for (const id of ['AQ01', 'AQ13', 'CQ28', 'RQ01']) expect(found).not.toContain(id)
  })
})
