import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Draft, Tables, type Change } from './tables.ts'

const change = fc.array(
  fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('x', 'y', '__proto__'), fc.option(fc.integer())),
  { maxLength: 12 },
) as fc.Arbitrary<Change>

const sorted = (tables: Tables) => JSON.stringify([...tables.dump()].sort())

describe('tables', () => {
  it('take any change back with the inverse that applying it gave', () => {
    fc.assert(
      fc.property(fc.array(change), change, (before, last) => {
        const tables = new Tables()
        for (const each of before) tables.apply(each)
        const then = sorted(tables)
        const inverse = tables.apply(last)
        tables.apply(inverse)
        expect(sorted(tables)).toBe(then)
      }),
    )
  })

  it('are rebuilt from nothing by their dump', () => {
    fc.assert(
      fc.property(change, (all) => sorted(new Tables(new Tables(all).dump())) === sorted(new Tables(all))),
    )
  })

  it('show a draft nothing of theirs changed until its change is applied', () => {
    fc.assert(
      fc.property(change, change, (first, second) => {
        const tables = new Tables(first)
        const before = sorted(tables)
        const draft = new Draft(tables)
        for (const [table, key, row] of second) {
          if (row === null) draft.remove(table, key)
          else draft.put(table, key, row)
        }
        expect(sorted(tables)).toBe(before)
        const seen = ['a', 'b'].flatMap((table) =>
          [...draft.rows(table)].map(([key, row]) => [table, key, row]),
        )
        tables.apply(draft.change())
        expect(JSON.stringify(seen.sort())).toBe(sorted(tables))
      }),
    )
  })

  it('know how many rows they have, and which have a value, as if they had looked at each', () => {
    const row = fc.record({ color: fc.constantFrom('red', 'blue'), n: fc.integer() })
    const painted = fc.array(
      fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('x', 'y', 'z'), fc.option(row)),
      { maxLength: 12 },
    ) as fc.Arbitrary<Change>
    type Row = { color: string; n: number }
    const seen = (reader: Tables | Draft) =>
      ['a', 'b'].map((table) => [
        reader.size(table),
        ...['red', 'blue'].map((color) => JSON.stringify(reader.where<Row>(table, 'color', color).sort(byN))),
      ])
    const counted = (reader: Tables | Draft) =>
      ['a', 'b'].map((table) => {
        const rows = Array.from(reader.rows<Row>(table), ([, each]) => each)
        return [
          rows.length,
          ...['red', 'blue'].map((color) =>
            JSON.stringify(rows.filter((each) => each.color === color).sort(byN)),
          ),
        ]
      })
    const byN = (one: Row, other: Row) => one.n - other.n
    fc.assert(
      fc.property(painted, painted, painted, (first, second, third) => {
        const tables = new Tables(first)
        expect(seen(tables)).toEqual(counted(tables))
        const inverse = tables.apply(second)
        expect(seen(tables)).toEqual(counted(tables))
        const draft = new Draft(tables)
        draft.apply(third)
        expect(seen(draft)).toEqual(counted(draft))
        tables.apply(inverse)
        expect(seen(tables)).toEqual(counted(tables))
      }),
    )
  })
})
