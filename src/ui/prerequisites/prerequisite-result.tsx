import { Link } from 'wouter'
import { demoTitles } from '../../course/demos/titles.ts'
import { grade } from '../../course/grade.ts'
import { modules } from '../../course/modules/index.ts'
import {
  prerequisiteItems,
  prerequisites,
  type Prerequisite,
  type Reading,
} from '../../course/prerequisites/prerequisites.ts'
import { slugOf } from '../../course/words/glossary.ts'
import { sourceName } from '../../course/words/source-name.ts'
import { sources } from '../../course/words/sources.ts'
import { Glyph } from '../glyphs/glyph.tsx'
import { Page } from '../pages/page.tsx'
import { words } from './words.ts'
import './prerequisites.css'

/** What the eight answers say of each prerequisite, and where to read what is missing. */
export function PrerequisiteResult({ given }: { given: readonly string[] }) {
  const right = new Set(
    prerequisiteItems.filter((item, i) => grade(item, { kind: 'marked', ids: [given[i] ?? ''] }).right),
  )
  const rows = prerequisites.map((one) => ({
    one,
    right: one.items.filter((item) => right.has(item)).length,
  }))
  const have = rows.filter(({ one, right: n }) => n === one.items.length).length
  return (
    <Page>
      <h1>{words.heading}</h1>
      <p>{have === rows.length ? words.all : words.some(have, rows.length)}</p>
      {rows.map(({ one, right: n }) => (
        <Row key={one.id} one={one} right={n} />
      ))}
      <p className="mt-6">{words.notCounted}</p>
      <div className="row mt-3">
        <Link className="btn primary" href="/">
          {words.begin}
        </Link>
        <Link className="btn" href="/practice/prerequisites">
          {words.again}
        </Link>
      </div>
    </Page>
  )
}

function Row({ one, right }: { one: Prerequisite; right: number }) {
  const whole = right === one.items.length
  return (
    <section aria-labelledby={one.id}>
      <h2 id={one.id}>{one.title}</h2>
      <p className="flex items-center gap-2">
        <Glyph name={whole ? 'status-ok' : 'status-warn'} />
        <b>{whole ? words.have : right > 0 ? words.half : words.lack}</b>
      </p>
      <p>{whole ? words.can(one.can) : words.toCan(one.can)}</p>
      {!whole && (
        <ul className="linkline reads" aria-label={words.read}>
          {one.read.map((each) => (
            <li key={JSON.stringify(each)}>
              <ReadingLink to={each} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ReadingLink({ to }: { to: Reading }) {
  switch (to.kind) {
    case 'term':
      return <Link href={`/glossary/${slugOf(to.term)}`}>{words.term(to.term)}</Link>
    case 'demo': {
      const { id, title, module } = demoTitles[to.code]
      return <Link href={`/learn/${module}/${id}`}>{words.demo(title)}</Link>
    }
    case 'lesson': {
      const lesson = modules
        .find(({ module }) => module === to.module)
        ?.lessons.find(({ id }) => id === to.id)
      return <Link href={`/learn/${to.module}/${to.id}`}>{words.lesson(lesson?.title ?? to.id)}</Link>
    }
    case 'page':
      return (
        <a href={sources[to.source]} target="_blank" rel="noreferrer">
          {sourceName(to.source)}
        </a>
      )
  }
}
