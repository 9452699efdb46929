import { describe, expect, it } from 'vitest'
import { namedRow, placed, rowsShown, viewIn, withView } from './table-address.ts'

describe('the address of the table', () => {
  it('says which columns, which rows and for which competency, and keeps the rest', () => {
    const search = 'lens=exam&with=IX&hide=cost%2Cfips&for=ROT-1'
    expect(viewIn(search)).toEqual({ pair: ['I', 'X'], hidden: ['cost', 'fips'], competency: 'ROT-1' })
    expect(withView('lens=exam', viewIn(search))).toBe(`?${search}`)
    expect(withView(search, viewIn(''))).toBe('?lens=exam')
  })

  it.each(['', 'with=GG', 'with=Q', 'with=G', 'hide=nowhere', 'for=ROT-99'])(
    'takes %j for nothing',
    (search) => expect(viewIn(search)).toEqual({ pair: ['G', 'I'], hidden: [] }),
  )

  it('shows the rows that are left, and the one it names in any case', () => {
    const ids = (search: string, always?: string) => rowsShown(viewIn(search), always).map(({ id }) => id)
    expect(ids('')).toHaveLength(19)
    expect(ids('hide=cost,fips')).toHaveLength(17)
    expect(ids('for=ROT-2')).toEqual(['rotation'])
    expect(ids('for=ROT-2', 'cost')).toEqual(['rotation', 'cost'])
  })

  it('names a row by ID or by number', () => {
    expect(['rotation', '3', '19', '0', '20', '-1', 'nowhere', undefined].map(namedRow)).toEqual([
      'rotation',
      'rotation',
      'change-of-mind',
      ...Array(5).fill(undefined),
    ])
  })

  it('never compares a column with itself', () => {
    expect(placed(['G', 'I'], 1, 'X')).toEqual(['G', 'X'])
    expect(placed(['G', 'I'], 1, 'G')).toEqual(['I', 'G'])
    expect(placed(['G', 'I'], 0, 'I')).toEqual(['I', 'G'])
  })
})
