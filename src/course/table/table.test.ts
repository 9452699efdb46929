import { describe, expect, it } from 'vitest'
import { isCompetency } from '../words/competencies.ts'
import { sources } from '../words/sources.ts'
import { experiments } from './experiments/index.ts'
import { CURRICULUM_ROWS, rows } from './rows/index.ts'
import { columns } from './table-definition.ts'

const cells = rows.flatMap((row) => columns.map((column) => ({ row: row.id, column, ...row.cells[column] })))
const words = (text: string) => text.split(/\s+/).length
const names = (faulty: typeof cells) => faulty.map(({ row, column }) => `${row} ${column}`)

describe('the comparison table', () => {
  it('has nineteen rows of four columns, the six of the curriculum first', () => {
    expect(rows).toHaveLength(19)
    expect(cells).toHaveLength(76)
    expect(rows.slice(0, CURRICULUM_ROWS).map(({ title }) => title)).toEqual([
      'Origin',
      'Availability',
      'Rotation',
      'Expiration',
      'Visibility',
      'Best use case',
    ])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(19)
  })

  it('says each claim in at most twelve words, and the reason in one sentence with a full stop', () => {
    expect(names(cells.filter(({ claim }) => words(claim) > 12 || !claim.endsWith('.')))).toEqual([])
    expect(names(cells.filter(({ why }) => words(why) > 22 || !why.endsWith('.')))).toEqual([])
    expect(names(cells.filter(({ short }) => words(short) > 4))).toEqual([])
  })

  it('rests each claim on a fact, a page of AWS and a day', () => {
    expect(names(cells.filter(({ fact }) => !/^F-\d{3,4}$/.test(fact)))).toEqual([])
    expect(
      names(cells.filter(({ source }) => !/^https:\/\/(docs\.aws|aws)\.amazon\.com\//.test(sources[source]))),
    ).toEqual([])
    expect(names(cells.filter(({ checked }) => Number.isNaN(Date.parse(checked))))).toEqual([])
  })

  it('has the exam’s wording for both origins in the six rows of the curriculum, with what reconciles them', () => {
    for (const { id, cells: own, note } of rows.slice(0, CURRICULUM_ROWS))
      expect([id, own.G.exam, own.I.exam, note?.says]).toEqual([
        id,
        ...Array(3).fill(expect.stringMatching(/\.$/)),
      ])
    expect(names(cells.filter(({ column, exam }) => exam && (column === 'H' || column === 'X')))).toEqual([
      'fips H',
    ])
    expect(
      rows.filter(({ note, cells: own }) => !note && columns.some((column) => own[column].exam)),
    ).toEqual([])
  })

  it('makes no claim about what nobody could confirm', () => {
    const text = JSON.stringify(rows.map(({ cells: own }) => own.I))
    // F-301: import of ML-KEM; F-1013: the fee for rotating imported keys; F-419: cancelling without material.
    expect(text).not.toMatch(/ML-KEM|rotation.{0,20}USD|cancel/i)
  })

  it('names competencies of the course for each row', () => {
    for (const { id, competencies } of rows) {
      expect([id, competencies.filter((one) => !isCompetency(one))]).toEqual([id, []])
      expect(competencies.length).toBeGreaterThan(0)
    }
  })

  it('has an experiment for every column in which a cell names one, and names each script it has', () => {
    expect(experiments.map(({ id }) => id)).toEqual(Array.from({ length: 16 }, (_, i) => `P-${i + 1}`))
    const proved = cells.flatMap(({ experiment, column }) => (experiment ? [`${experiment} ${column}`] : []))
    expect(proved).toHaveLength(39)
    const scripts = experiments.flatMap(({ id, scripts: own }) =>
      Object.keys(own).map((column) => `${id} ${column}`),
    )
    expect([...new Set(proved)].sort()).toEqual(scripts.sort())
  })
})
