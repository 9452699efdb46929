import { Link } from 'wouter'
import { useStore } from 'zustand'
import type { LabDefinition } from '../../course/lab-definition.ts'
import { demoCodes, demoTitles } from '../../course/demos/titles.ts'
import { modules } from '../../course/modules/index.ts'
import type { ModuleDefinition } from '../../course/modules/lesson-definition.ts'
import { outlines } from '../../course/modules/outline.ts'
import { moduleTitles } from '../../course/words/modules.ts'
import { objectives } from '../../course/words/objectives.ts'
import type { Lab } from '../../lab/lab.ts'
import { PROGRESS, type ProgressRow } from '../../lab/rows.ts'
import { taskCount } from '../lab-progress.ts'
import { Crumbs } from '../learn/crumbs.tsx'
import { DoneMark } from '../learn/done-mark.tsx'
import { partsOf } from '../learn/next-part.ts'
import { wayOnOrBack } from '../learn/part-words.ts'
import { words } from '../learn/words.ts'
import { words as site } from '../words.ts'
import { useSession } from '../session.tsx'
import '../learn/learn.css'
import { NotFound } from './not-found.tsx'
import { Page } from './page.tsx'
import { usePageTitle } from './use-page-title.ts'

const says = words.module

/** One module: its story, what is learned, what there is to read and to do, and how far the learner is. */
export default function ModulePage({ module }: { module: string }) {
  const session = useSession()
  const found = modules.find((each) => String(each.module) === module)
  const title = found ? moduleTitles[found.module] : ''
  usePageTitle(title === '' ? says.crumb : title)
  if (!found) return <NotFound text={says.unknown} />
  const labs = session?.labs.filter((lab) => lab.module === found.module) ?? []
  const minutes = labs.reduce((sum, lab) => sum + lab.minutes, 0)
  const outline = outlines.find((each) => each.module === found.module)
  return (
    <Page wide>
      <div className="read module">
        <div className="module-head">
          <Crumbs to={[[says.crumb, '/']]} />
          <p className="dim">
            {says.name(found.module)}. {outline?.level}
            {minutes > 0 && `, ${says.whole(minutes)}`}
          </p>
          <h1>{title}</h1>
          {found.story.map((text) => (
            <p key={text} className="story">
              {text}
            </p>
          ))}
          <h2>{says.willBe}</h2>
          <ul className="points">
            {found.objectives.map((id) => (
              <li key={id}>{objectives[id]}</li>
            ))}
          </ul>
        </div>
        {session ? (
          <Followed module={found} lab={session.lab} labs={labs} />
        ) : (
          <Parts module={found} labs={labs} />
        )}
      </div>
    </Page>
  )
}

interface PartsProps {
  module: ModuleDefinition
  labs: readonly LabDefinition[]
  lab?: Lab
}

/** Redraws with what the learner does. */
function Followed(props: PartsProps & { lab: Lab }) {
  useStore(props.lab.store, ({ revision }) => revision)
  return <Parts {...props} />
}

/** What there is to bet on, to read and to do, what of it is done, and the way on. */
function Parts({ module: { module, lessons }, labs, lab }: PartsProps) {
  const parts = lab ? partsOf(module, lab.tables, labs) : []
  const next = wayOnOrBack(parts)
  const done = (id: string) => parts.find(({ href }) => href === `/learn/${module}/${id}`)?.done === true
  return (
    <div className="module-parts">
      {next && (
        <p className="way-on">
          <Link className="btn primary" href={next.href}>
            {next.text}, {next.title}
          </Link>
        </p>
      )}
      <h2>{says.try}</h2>
      <ol className="parts">
        {demoCodes
          .map((code) => demoTitles[code])
          .filter((demo) => demo.module === module)
          .map(({ id, title, minutes }) => (
            <li key={id}>
              <h3>
                <Link href={`/learn/${module}/${id}`}>{title}</Link>
                {done(id) && <DoneMark kind="demo" />}
              </h3>
              <p>{says.tryText}</p>
              <span className="num">{words.minutes(minutes)}</span>
            </li>
          ))}
      </ol>
      <h2>{says.read}</h2>
      <ol className="parts">
        {lessons.map(({ id, title, outcome, minutes }) => (
          <li key={id}>
            <h3>
              <Link href={`/learn/${module}/${id}`}>{title}</Link>
              {done(id) && <DoneMark kind="lesson" />}
            </h3>
            <p>{outcome}</p>
            <span className="num">{words.minutes(minutes)}</span>
          </li>
        ))}
      </ol>
      <h2>{says.labs}</h2>
      {lab && labs.length > 0 ? <Labs lab={lab} labs={labs} /> : <p>{says.none}</p>}
    </div>
  )
}

function Labs({ lab, labs }: { lab: Lab; labs: readonly LabDefinition[] }) {
  return (
    <ol className="parts labs">
      {labs.map((each) => {
        const { done, of } = taskCount(each, lab.tables)
        const row = lab.tables.get<ProgressRow>(PROGRESS, each.id)
        const passed = row !== undefined && (row.passed || row.passes > 0)
        const verb = passed ? says.again : done > 0 ? says.open : says.start
        return (
          <li key={each.id}>
            <span className="code" translate="no">
              {each.code}
            </span>
            <h3>
              <Link href={`/lab/${each.id}`} aria-label={says.action(verb, each.title)}>
                {each.title}
              </Link>
              {passed && <DoneMark kind="lab" />}
            </h3>
            <p>
              {site.modes[each.mode]}. {each.outcome}
            </p>
            <span className="socks" role="img" aria-label={says.tasksDone(done, of)}>
              {Array.from({ length: of }, (_, i) => (
                <i key={i} className={i < done ? 'd' : undefined} />
              ))}
            </span>
            <span className="num">{words.minutes(each.minutes)}</span>
          </li>
        )
      })}
    </ol>
  )
}
