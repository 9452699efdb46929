import { useEffect, useRef } from 'react'
import { useSearch } from 'wouter'
import { useStore } from 'zustand'
import { answersToKeep } from '../../course/exam-results.ts'
import type { ExamAttempt } from '../../course/exam-attempt.ts'
import type { Item } from '../../course/item-definition.ts'
import { answeredItems, EXAMS, examAttempts } from '../../lab/rows.ts'
import { act } from '../brief/act.ts'
import { ExamReview } from '../exam/exam-review.tsx'
import { ExamRun } from '../exam/exam-run.tsx'
import { ExamStart } from '../exam/exam-start.tsx'
import { words } from '../exam/words.ts'
import { useItems } from '../practice/use-items.ts'
import { useSession, type Session } from '../session.tsx'
import { words as site } from '../words.ts'
import { NotFound } from './not-found.tsx'
import { Opening } from './opening.tsx'
import { Page } from './page.tsx'

/** The exam: before a block without an attempt in the address, else the block, running or handed in. */
export default function ExamPage({ attempt }: { attempt?: string }) {
  const session = useSession()
  const items = useItems()
  useEffect(() => {
    document.title = `${words.title} - ${site.app.name}`
    scrollTo(0, 0)
  }, [attempt])
  if (!session || !items) return <Opening />
  return <InSession session={session} items={items} attempt={attempt} />
}

function InSession({
  session,
  items,
  attempt,
}: {
  session: Session
  items: readonly Item[]
  attempt: string | undefined
}) {
  const { lab } = session
  useStore(lab.store, ({ revision }) => revision)
  const place = Number(new URLSearchParams(useSearch()).get('n') ?? 1) || 1
  if (attempt === undefined)
    return (
      <Page>
        <ExamStart session={session} items={items} attempts={examAttempts(lab.tables)} />
      </Page>
    )
  const exam = lab.tables.get<ExamAttempt>(EXAMS, attempt)
  if (!exam) return <NotFound text={words.notThere} />
  if (exam.finishedAt === undefined)
    return (
      <ExamRun
        key={attempt}
        session={session}
        items={items}
        saved={exam}
        place={Math.min(Math.max(place, 1), exam.items.length)}
      />
    )
  return <HandedIn session={session} items={items} exam={exam} place={place} />
}

/** Keeps the answers of a block that was handed in, once: a crash on the way leaves some for the next visit. */
function HandedIn({
  session: { lab },
  items,
  exam,
  place,
}: {
  session: Session
  items: readonly Item[]
  exam: ExamAttempt
  place: number
}) {
  const keeping = useRef(false)
  useEffect(() => {
    if (keeping.current) return
    keeping.current = true
    for (const answer of answersToKeep(exam, items, answeredItems(lab.tables))) act(lab.answerItem(answer))
  }, [exam, items, lab])
  return <ExamReview exam={exam} items={items} place={place} />
}
