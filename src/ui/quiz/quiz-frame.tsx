import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Lab } from '../../lab/lab.ts'
import { Glyph } from '../glyphs/glyph.tsx'
import { LabProvider } from '../lab-context.tsx'
import { ThemeButton } from '../theme-button.tsx'
import { words as site } from '../words.ts'
import { Guard } from '../workspace/pane.tsx'
import { StorageNotice } from '../workspace/storage-notice.tsx'
import './quiz.css'
import { words } from './words.ts'

export type Crumb = readonly { readonly text: string; readonly href?: string }[]

/** Where the learner is. */
export function QuizBar({ crumb, head }: { crumb: Crumb; head?: ReactNode }) {
  return (
    <header className="quiz-bar">
      <Link className="home" href="/" aria-label={site.app.home}>
        <Glyph name="mark" size={24} />
      </Link>
      <nav className="crumb" aria-label={site.app.nav}>
        {crumb.map(({ text, href }, i) => (
          <span key={text} className="contents">
            {i > 0 && <span aria-hidden="true">/</span>}
            {href ? <Link href={href}>{text}</Link> : <b>{text}</b>}
          </span>
        ))}
      </nav>
      <span className="sp" />
      {head}
      {head && <span className="vr" />}
      <ThemeButton />
    </header>
  )
}

/** The page around a question: where the learner is on top, what can be done next at the bottom. */
export function QuizFrame({
  lab,
  crumb,
  head,
  side,
  foot,
  children,
}: {
  /** Whose answers are kept: says so where they are not */
  lab: Lab
  crumb: Crumb
  /** At the right end of the bar */
  head?: ReactNode
  /** Beside the question, where there is room */
  side?: ReactNode
  foot: ReactNode
  children: ReactNode
}) {
  return (
    <div className="quiz">
      <QuizBar crumb={crumb} head={head} />
      <div>
        <LabProvider lab={lab}>
          <StorageNotice lab={lab} />
        </LabProvider>
      </div>
      <main id="content" className={side ? 'quiz-main two' : 'quiz-main'} tabIndex={-1}>
        <div className="quiz-left">
          <Guard name={words.frame.question}>{children}</Guard>
        </div>
        {side && (
          <aside className="quiz-side">
            <Guard name={words.frame.side}>{side}</Guard>
          </aside>
        )}
      </main>
      <footer className="quiz-foot">{foot}</footer>
    </div>
  )
}

export type Mark = 'right' | 'wrong' | 'current' | 'open'

/** More than these are told in words. */
const MOST_SOCKETS = 25

/** A row of sockets: what is behind, what is open. */
export function Progress({ marks, label }: { marks: readonly Mark[]; label: string }) {
  if (marks.length > MOST_SOCKETS) return <span className="when num count">{label}</span>
  return (
    <span className="prog" role="img" aria-label={label}>
      {marks.map((mark, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- places in a row
        <i key={i} className={{ right: 'r', wrong: 'w', current: 'c', open: undefined }[mark]} />
      ))}
    </span>
  )
}
