import { Link } from 'wouter'
import { useStore } from 'zustand'
import type { LabDefinition } from '../../course/lab-definition.ts'
import { demoCodes, demoTitles } from '../../course/demos/titles.ts'
import { modules } from '../../course/modules/index.ts'
import { outlines } from '../../course/modules/outline.ts'
import { moduleTitles } from '../../course/words/modules.ts'
import { objectives } from '../../course/words/objectives.ts'
import type { Lab } from '../../lab/lab.ts'
import { PROGRESS, type ProgressRow } from '../../lab/rows.ts'
import { taskCount } from '../lab-progress.ts'
import { Crumbs } from '../learn/crumbs.tsx'
import { words } from '../learn/words.ts'
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
        <div className="module-parts">
          <h2>{says.try}</h2>
          <ol className="parts">
            {demoCodes
              .map((code) => demoTitles[code])
              .filter((demo) => demo.module === found.module)
              .map(({ id, title, minutes }) => (
                <li key={id}>
                  <h3>
                    <Link href={`/learn/${found.module}/${id}`}>{title}</Link>
                  </h3>
                  <p>{says.tryText}</p>
                  <span className="num">{words.minutes(minutes)}</span>
                </li>
              ))}
          </ol>
          <h2>{says.read}</h2>
          <ol className="parts">
            {found.lessons.map(({ id, title, outcome, minutes }) => (
              <li key={id}>
                <h3>
                  <Link href={`/learn/${found.module}/${id}`}>{title}</Link>
                </h3>
                <p>{outcome}</p>
                <span className="num">{words.minutes(minutes)}</span>
              </li>
            ))}
          </ol>
          <h2>{says.labs}</h2>
          {session && labs.length > 0 ? <Labs lab={session.lab} labs={labs} /> : <p>{says.none}</p>}
        </div>
      </div>
    </Page>
  )
}

function Labs({ lab, labs }: { lab: Lab; labs: readonly LabDefinition[] }) {
  useStore(lab.store, ({ revision }) => revision)
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
            </h3>
            <p>
              {words.modes[each.mode]}
              {passed && `, ${says.passed.toLowerCase()}`}
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
