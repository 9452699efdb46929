import { lazy } from 'react'
import { Link } from 'wouter'
import { demoCodes, demoTitles } from '../../course/demos/titles.ts'
import type { Lesson, ModuleDefinition } from '../../course/modules/lesson-definition.ts'
import { partId } from '../../course/part-kept.ts'
import { modules } from '../../course/modules/index.ts'
import { moduleTitles } from '../../course/words/modules.ts'
import { Crumbs } from '../learn/crumbs.tsx'
import { LessonBlock } from '../learn/lesson-block.tsx'
import { DoneMark } from '../learn/done-mark.tsx'
import { useReadTo } from '../learn/use-read-to.ts'
import { words } from '../learn/words.ts'
import { LensSwitch } from '../lens/lens-switch.tsx'
import '../learn/learn.css'
import { NotFound } from './not-found.tsx'
import { Page } from './page.tsx'
import { usePageTitle } from './use-page-title.ts'

const says = words.lesson
const DemoPage = lazy(() => import('./demo-page.tsx'))

/** One part of a module: a lesson to read, or a demonstration to bet on. */
export default function LearnPage({ module, part }: { module: string; part: string }) {
  const found = modules.find((each) => String(each.module) === module)
  const lesson = found?.lessons.find(({ id }) => id === part)
  const demo = demoCodes.find((code) => code === part || demoTitles[code].id === part)
  if (found && demo && demoTitles[demo].module === found.module) return <DemoPage code={demo} />
  return found && lesson ? (
    <LessonPage module={found} lesson={lesson} />
  ) : (
    <NotFound text={found ? says.unknown : words.module.unknown} />
  )
}

function LessonPage({ module: { module, lessons }, lesson }: { module: ModuleDefinition; lesson: Lesson }) {
  usePageTitle(lesson.title)
  const part = partId(module, lesson.id)
  const { end, read } = useReadTo(part)
  const next = lessons[lessons.indexOf(lesson) + 1]
  const title = `${words.module.name(module)}, ${moduleTitles[module]}`
  return (
    <Page wide>
      <article className="read lesson">
        <header>
          <Crumbs
            to={[
              [words.module.crumb, '/'],
              [title, `/learn/${module}`],
            ]}
          />
          <div className="title-row">
            <h1>{lesson.title}</h1>
            <LensSwitch />
          </div>
          <p className="lead">{lesson.outcome}</p>
          <p className="dim">{words.minutes(lesson.minutes)}</p>
        </header>
        {lesson.sections.map(({ title, blocks }) => (
          <section key={title}>
            <h2>{title}</h2>
            {blocks.map((block, i) => (
              <LessonBlock key={i} block={block} />
            ))}
          </section>
        ))}
        <nav className="row" aria-label={says.goOn} ref={end}>
          {next && (
            <Link className="btn primary" href={`/learn/${module}/${next.id}`}>
              {says.nextLesson(next.title)}
            </Link>
          )}
          <Link className={next ? 'btn' : 'btn primary'} href={`/learn/${module}`}>
            {says.backTo(title)}
          </Link>
          {read === part && <DoneMark kind="lesson" />}
        </nav>
      </article>
    </Page>
  )
}
