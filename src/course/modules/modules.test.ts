import { describe, expect, it } from 'vitest'
import { isKmsErrorCode } from '../../kms/errors.ts'
import { demos } from '../demos/index.ts'
import { beats } from '../flow/beats/index.ts'
import { rows } from '../table/rows/index.ts'
import { lensTexts } from '../words/lens.ts'
import { objectives } from '../words/objectives.ts'
import { modules } from './index.ts'
import { lessonTitles } from './lesson-titles.ts'

const lessons = modules.flatMap(({ lessons }) => lessons)
const blocks = lessons.flatMap(({ id, sections }) =>
  sections.flatMap(({ blocks }) => blocks.map((block) => ({ lesson: id, block }))),
)

describe('the four modules', () => {
  it('have three to five lessons each, with addresses of their own', () => {
    expect(modules.map(({ module }) => module)).toEqual([1, 2, 3, 4])
    for (const { lessons } of modules) {
      expect(lessons.length).toBeGreaterThanOrEqual(3)
      expect(lessons.length).toBeLessThanOrEqual(5)
    }
    expect(new Set(lessons.map(({ id }) => id)).size).toBe(lessons.length)
    expect(lessons.filter(({ id }) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([])
  })

  it('call their lessons as the pages do that show no lesson', () => {
    for (const { module, lessons } of modules)
      expect(lessonTitles[module]).toEqual(lessons.map(({ id, title }) => ({ id, title })))
  })

  it('cover every objective with a lesson of their own', () => {
    for (const id of Object.keys(objectives)) {
      expect(
        lessons.filter((lesson) => lesson.objectives.some((each) => each === id)).length,
        id,
      ).toBeGreaterThan(0)
    }
    for (const { objectives: own, lessons } of modules)
      for (const id of own)
        expect(
          lessons.some((lesson) => lesson.objectives.includes(id)),
          id,
        ).toBe(true)
  })

  it('show all thirteen differences between the exam era and today', () => {
    const shown = new Set(
      blocks.flatMap(({ block }) => (typeof block === 'object' && 'lens' in block ? [block.lens] : [])),
    )
    expect(lensTexts.filter(({ id }) => !shown.has(id))).toEqual([])
    expect(lensTexts.map(({ id }) => id)).toEqual(Array.from({ length: 13 }, (_, i) => `E-${i + 1}`))
  })
})

describe('a lesson', () => {
  it.each(lessons)(
    '$id states its outcome, rests on claims, and points to a proof in each',
    ({ outcome, sections }) => {
      expect(outcome).toMatch(/^You can .*\.$/)
      expect(sections.length).toBeGreaterThanOrEqual(3)
      const all = sections.flatMap(({ blocks }) => blocks)
      const has = (member: string) =>
        all.filter((block) => typeof block === 'object' && member in block).length
      expect(has('claim')).toBeGreaterThanOrEqual(2)
      expect(has('see')).toBeGreaterThanOrEqual(2)
    },
  )

  it('points to labs, beats, rows, errors and demonstrations that the course has', () => {
    const wrong = blocks.filter(({ block }) => {
      if (typeof block !== 'object' || !('see' in block)) return false
      const { see } = block
      if ('lab' in see) return !/^(L[1-4]\.[1-5]|X3\.5|C[1-4])$/.test(see.lab)
      if ('demo' in see) return !demos.some(({ code }) => code === see.demo)
      if ('flow' in see) return see.flow < 1 || see.flow > beats.length
      if ('row' in see) return !rows.some(({ id }) => id === see.row)
      return !isKmsErrorCode(see.error)
    })
    expect(wrong).toEqual([])
  })
})
