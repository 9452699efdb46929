import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'
import { flaggedNumbers, type ExamAttempt } from '../../course/exam-attempt.ts'
import { handIn, secondsLeft } from '../../course/exam.ts'
import { isWholeAnswer } from '../../course/is-whole-answer.ts'
import type { Item } from '../../course/item-definition.ts'
import { variantOf } from '../../course/items/variant-of.ts'
import type { Instant } from '../../world/clock.ts'
import { announce } from '../announce.tsx'
import { Confirm } from '../confirm.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { CertaintyChoice } from '../quiz/certainty-choice.tsx'
import { Question } from '../quiz/question.tsx'
import { QuizFrame } from '../quiz/quiz-frame.tsx'
import { words as quiz } from '../quiz/words.ts'
import type { Session } from '../session.tsx'
import { words as site } from '../words.ts'
import { ExamGrid } from './exam-grid.tsx'
import { minutesAndSeconds, saidAt } from './exam-time.ts'
import { words } from './words.ts'
import './exam.css'

/** A block that runs. Every answer is kept at once; the clock is the wall's, so a reload changes nothing. */
export function ExamRun({
  session,
  items,
  saved,
  place,
}: {
  session: Session
  items: readonly Item[]
  /** As it is kept */
  saved: ExamAttempt
  /** 1 is the first */
  place: number
}) {
  const { lab, wallNow } = session
  const [, navigate] = useLocation()
  const [exam, setExam] = useState(saved)
  const [asking, setAsking] = useState(false)
  /** How many changes are on their way to the disk */
  const [writing, setWriting] = useState(0)
  const shownAt = useRef(wallNow())
  const entry = exam.items[place - 1]
  const item = items.find(({ id }) => id === entry?.itemId)
  const variant = useMemo(() => item && entry && variantOf(item, entry.variant), [item, entry])
  /** What was kept last: two changes may come before the next drawing. */
  const current = useRef(exam)

  // While another tab writes it, this one shows what that one keeps: after taking over it goes on from there.
  const saveMark = useStore(lab.store, (state) => state.saved)
  const follows = saveMark === 'read-only'
  useEffect(() => {
    if (!follows) return
    setExam(saved)
    current.current = saved
  }, [follows, saved])

  const keep = useCallback(
    (next: ExamAttempt) => {
      const before = current.current
      const show = (exam: ExamAttempt) => {
        setExam(exam)
        current.current = exam
      }
      show(next)
      setWriting((n) => n + 1)
      lab
        .putExam(next)
        .catch((error: unknown) => {
          // What is not kept must not look as if it were.
          if (current.current === next) show(before)
          announce(`${words.notKept} ${error instanceof Error ? error.message : ''}`)
        })
        .finally(() => setWriting((n) => n - 1))
    },
    [lab],
  )

  /** The exam with the time spent on the open question added. */
  const timed = useCallback((): ExamAttempt => {
    const now = wallNow()
    const spent = Math.max(0, (now - shownAt.current) / 1_000)
    shownAt.current = now
    const before = current.current
    if (!entry) return before
    const total = (before.seconds[entry.itemId] ?? 0) + spent
    return { ...before, seconds: { ...before.seconds, [entry.itemId]: Math.round(total * 10) / 10 } }
  }, [entry, wallNow])

  const finish = useCallback(
    (now: Instant) => {
      if (current.current.finishedAt !== undefined) return
      const handed = handIn(timed(), now)
      keep(handed)
      navigate(`/practice/exam/${handed.attempt}`, { replace: true })
      scrollTo(0, 0)
    },
    [keep, timed, navigate],
  )

  const left = useSecondsLeft(exam, wallNow, () => {
    finish(wallNow())
    announce(words.timeOut)
  })

  const go = (to: number) => {
    keep(timed())
    setAsking(false)
    navigate(`/practice/exam/${exam.attempt}?n=${to}`, { replace: true })
    scrollTo(0, 0)
  }

  if (!item || !variant || !entry) return null
  const id = entry.itemId
  const response = exam.responses[id]
  const flagged = exam.flags.includes(id)
  const open = exam.items.filter(({ itemId }) => {
    const asked = items.find((each) => each.id === itemId)
    return asked && !isWholeAnswer(asked, exam.responses[itemId])
  }).length

  return (
    <QuizFrame
      lab={lab}
      crumb={[{ text: quiz.practice, href: '/practice' }, { text: words.title }]}
      head={
        <>
          <span className="when kept">{site.saved[writing > 0 ? 'saving' : saveMark]}</span>
          <span className="when num" role="timer">
            {left === undefined ? words.untimed : words.left(minutesAndSeconds(left))}
          </span>
        </>
      }
      side={<ExamGrid exam={exam} items={items} place={place} onGo={go} />}
      foot={
        <>
          <button
            type="button"
            className="btn"
            aria-disabled={place === 1}
            onClick={() => place > 1 && go(place - 1)}
          >
            <Icon name="back" /> {words.previous}
          </button>
          {place < exam.items.length ? (
            <button type="button" className="btn primary" onClick={() => go(place + 1)}>
              {words.next}
            </button>
          ) : (
            <button type="button" className="btn primary" onClick={() => setAsking(true)}>
              {words.handIn}
            </button>
          )}
          <button
            type="button"
            className="btn"
            aria-pressed={flagged}
            onClick={() =>
              keep({
                ...timed(),
                flags: flagged ? exam.flags.filter((each) => each !== id) : [...exam.flags, id],
              })
            }
          >
            {flagged ? words.flagged : words.flag}
          </button>
          <span className="grow" />
          {place < exam.items.length && (
            <button type="button" className="btn quiet" onClick={() => setAsking(true)}>
              {words.handIn}
            </button>
          )}
        </>
      }
    >
      <Question
        key={id}
        variant={variant}
        response={response}
        onRespond={(given) => keep({ ...timed(), responses: { ...exam.responses, [id]: given } })}
        meta={quiz.meta([words.item(place, exam.items.length), formOf(item)])}
      />
      <CertaintyChoice
        key={`${id}-sure`}
        certainty={exam.certainties?.[id]}
        onChoose={(each) => keep({ ...timed(), certainties: { ...exam.certainties, [id]: each } })}
      />
      {asking && (
        <Confirm
          title={words.ask.title}
          text={[
            open === 0 ? words.ask.whole : words.ask.open(open),
            ...(exam.flags.length > 0 ? [words.ask.flagged(flaggedNumbers(exam))] : []),
            words.ask.after,
          ].join(' ')}
          action={words.ask.yes}
          keep={words.ask.no}
          onAnswer={(agreed) => {
            setAsking(false)
            if (agreed) finish(wallNow())
          }}
        />
      )}
    </QuizFrame>
  )
}

const formOf = (item: Item) => (item.type === 'multi' ? quiz.choose(item.choose ?? 2) : quiz.types[item.type])

/** Counts down by the wall clock and tells once when it is over. */
function useSecondsLeft(exam: ExamAttempt, wallNow: () => Instant, onOver: () => void): number | undefined {
  const [left, setLeft] = useState(() => secondsLeft(exam, wallNow()))
  const over = useRef(onOver)
  useEffect(() => {
    over.current = onOver
  })
  useEffect(() => {
    const look = () => {
      const now = secondsLeft(exam, wallNow())
      setLeft(now)
      if (now === 0) over.current()
      else if (now !== undefined) {
        const said = saidAt(now)
        if (said !== undefined) announce(words.leftSpoken(said))
      }
    }
    look()
    const timer = setInterval(look, 1_000)
    return () => clearInterval(timer)
  }, [exam, wallNow])
  return left
}
