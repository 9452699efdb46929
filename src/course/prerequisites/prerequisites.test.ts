import { describe, expect, it } from 'vitest'
import { demoTitles } from '../demos/titles.ts'
import { grade } from '../grade.ts'
import { items } from '../items/index.ts'
import { judged, mastery } from '../mastery/mastery.ts'
import type { Metric } from '../lab-definition.ts'
import { modules } from '../modules/index.ts'
import { answer, answers, DAY_ONE, NO_RECORD, plainCourse } from '../testing/record.ts'
import { competencies } from '../words/competencies.ts'
import { termAt, slugOf } from '../words/glossary.ts'
import { metrics } from '../words/metrics.ts'
import { isMisconception } from '../words/misconceptions.ts'
import { sources } from '../words/sources.ts'
import { prerequisiteItems, prerequisites } from './prerequisites.ts'

describe('the prerequisite check', () => {
  it('has eight questions of its own, two for each prerequisite, none of them in the bank', () => {
    expect(prerequisiteItems.map(({ id }) => id)).toEqual(
      ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => `PQ0${n}`),
    )
    for (const { items: own } of prerequisites) expect(own).toHaveLength(2)
    const bank = new Set(items.map(({ id }) => id))
    expect(prerequisiteItems.filter(({ id }) => bank.has(id))).toEqual([])
  })

  it('counts for no metric, right or wrong', () => {
    const given = prerequisiteItems.map(({ id, options }) =>
      answer(id, true, {
        response: { kind: 'marked', ids: options.filter(({ correct }) => correct).map((each) => each.id) },
      }),
    )
    for (const metric of Object.keys(metrics) as Metric[]) {
      const plain = plainCourse(metric)
      const course = { ...plain, items: [...items, ...plain.items] }
      const at = (more: typeof given) =>
        mastery(
          metric,
          judged({ ...NO_RECORD, answers: [...answers(plain.items, 11), ...more] }, course, DAY_ONE),
        )
      expect(at(given)).toEqual(at([]))
      expect(at(given.map((each) => ({ ...each, right: false, tags: ['M-18'] })))).toEqual(at([]))
    }
  })

  it('sends to places that are there', () => {
    for (const { read } of prerequisites) {
      expect(read.some(({ kind }) => kind === 'page')).toBe(true)
      expect(read.some(({ kind }) => kind !== 'page')).toBe(true)
      for (const each of read) {
        if (each.kind === 'lesson')
          expect(modules.find(({ module }) => module === each.module)?.lessons.map(({ id }) => id)).toContain(
            each.id,
          )
        if (each.kind === 'term') expect(termAt(slugOf(each.term))?.term).toBe(each.term)
        if (each.kind === 'demo') expect(demoTitles[each.code]).toBeDefined()
        if (each.kind === 'page') expect(sources[each.source]).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
      }
    }
  })
})

describe.each(prerequisiteItems.map((item) => [item.id, item] as const))('%s', (_id, item) => {
  it('has one right answer, a reason for every option, and a belief or a slip for every wrong one', () => {
    expect(item.options).toHaveLength(4)
    expect(item.options.filter(({ correct }) => correct)).toHaveLength(1)
    expect(new Set(item.options.map(({ id }) => id)).size).toBe(4)
    for (const { id, text, because, correct, misconception = '' } of item.options) {
      expect(text).toMatch(/\.$/)
      expect(because).toMatch(/\.$/)
      expect(misconception === 'M-00' || isMisconception(misconception)).toBe(!correct)
      expect(grade(item, { kind: 'marked', ids: [id] }).right).toBe(correct === true)
    }
  })

  it('gives the answer away neither by length nor by a word', () => {
    const lengths = item.options.map(({ text }) => text.length)
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThanOrEqual(1.5)
    expect(item.options.filter(({ text }) => /\b(always|never|only)\b/i.test(text))).not.toHaveLength(1)
  })

  it('asks in short sentences, ends with the question, and rests on pages that are known', () => {
    expect(item.stem).toMatch(/\?$/)
    for (const text of [item.stem, ...item.options.flatMap((each) => [each.text, each.because])]) {
      expect(text).not.toMatch(/[{}!]|\b(simply|just|obviously|easy|easily|of course|CMKs?)\b/i)
      const sentences = text.replace(/`[^`]*`/g, 'CODE').split(/(?<=[.?:;])\s+/)
      expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 30)).toEqual([])
    }
    expect(item.rests.length).toBeGreaterThan(0)
    for (const [fact, page] of item.rests) {
      expect(fact).toMatch(/^F-\d{3,4}$/)
      expect(sources[page]).toBeDefined()
    }
    expect(competencies[item.competency].metric).toBe(item.metric)
  })
})
