import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { AnsweredItem, AnswerMode } from '../../course/answered.ts'
import { grade, type Graded } from '../../course/grade.ts'
import { isWholeAnswer } from '../../course/is-whole-answer.ts'
import type { Item } from '../../course/item-definition.ts'
import { variantOf } from '../../course/items/variant-of.ts'
import { answeredItems } from '../../lab/rows.ts'
import { announce } from '../announce.tsx'
import { CertaintyChoice } from '../quiz/certainty-choice.tsx'
import { After, Verdict } from '../quiz/feedback.tsx'
import { Proof } from '../quiz/proof.tsx'
import { Question } from '../quiz/question.tsx'
import { Progress, QuizFrame, type Mark } from '../quiz/quiz-frame.tsx'
import { words } from '../quiz/words.ts'
import type { Session } from '../session.tsx'
import { draftKey, keepDraft, useDrafts, type Draft } from './drafts.ts'
import { metaOf } from './meta-of.ts'
import { WhatItShows } from './what-it-shows.tsx'

const says = words.act

interface TrainerProps {
  session: Session
  items: readonly Item[]
  item: Item
  /** Which variant is asked */
  number: number
  mode: AnswerMode
  crumb: readonly { readonly text: string; readonly href?: string }[]
  /** How the row of questions stands */
  marks: readonly Mark[]
  /** Where the world of this question is tried out; absent where it has none */
  labHref: string | undefined
  /** The next question; absent after the last */
  onNext: (() => void) | undefined
  onAgain: () => void
  onAnswered?: (graded: Graded) => void
  leave: ReactNode
}

/** One question: answer, certainty, then at once the reason for each option. Give it a key for each variant. */
export function ItemTrainer({
  session,
  items,
  item,
  number,
  mode,
  crumb,
  marks,
  labHref,
  onNext,
  onAgain,
  onAnswered,
  leave,
}: TrainerProps) {
  const variant = useMemo(() => variantOf(item, number), [item, number])
  const key = draftKey(mode, item.id, number)
  /** What was given to this very question before: a reload and the way back from its lab find it again. */
  const [given] = useState(() => givenBefore(session, mode, item.id, number))
  const { response, certainty } = useDrafts((drafts) => drafts[key]) ?? given ?? nothing
  const [graded, setGraded] = useState<Graded | undefined>(given)
  const [missing, setMissing] = useState<string>()
  const [notKept, setNotKept] = useState<string>()
  const [kept, setKept] = useState(given !== undefined)
  const began = useRef(session.wallNow())
  const verdict = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (!graded || graded === given) return
    verdict.current?.focus()
    verdict.current?.scrollIntoView({ block: 'nearest' })
  }, [graded, given])

  async function check() {
    const whole = isWholeAnswer(item, response)
    if (!response || !whole || !certainty) {
      const need = whole ? says.need.certainty : certainty ? says.need.answer : says.need.both
      setMissing(need)
      announce(need)
      return
    }
    const result = grade(item, response)
    const now = session.wallNow()
    setGraded(result)
    onAnswered?.(result)
    try {
      await session.lab.answerItem({
        itemId: item.id,
        variant: number,
        at: now,
        mode,
        response,
        ...result,
        certainty,
        seconds: Math.max(0, Math.round((now - began.current) / 1_000)),
      })
      setKept(true)
    } catch (error) {
      setNotKept(`${says.notKept} ${error instanceof Error ? error.message : ''}`)
    }
  }

  const place = marks.indexOf('current') + 1
  const foot = graded ? (
    <>
      {onNext ? (
        <button type="button" className="btn primary" onClick={onNext}>
          {words.act.next}
        </button>
      ) : (
        leave
      )}
      <button type="button" className="btn" onClick={onAgain}>
        {says.again}
      </button>
      <AsLab href={labHref} place="in-foot" />
    </>
  ) : (
    <>
      <button type="button" className="btn primary" onClick={() => void check()}>
        {says.check}
      </button>
      {onNext && (
        <button type="button" className="btn quiet" onClick={onNext}>
          {says.skip}
        </button>
      )}
      <AsLab href={labHref} place="in-foot" />
      <span className="grow" />
      {missing && !(certainty && isWholeAnswer(item, response)) && <span className="why">{missing}</span>}
    </>
  )

  return (
    <QuizFrame
      lab={session.lab}
      crumb={crumb}
      head={<Progress marks={marks} label={words.progress(place, marks.length)} />}
      side={graded && item.type === 'predict' ? <Proof variant={variant} /> : undefined}
      foot={foot}
    >
      {graded && <Verdict graded={graded} ref={verdict} />}
      {notKept && (
        <p role="alert" className="not-kept">
          {notKept}
        </p>
      )}
      <Question
        variant={variant}
        response={response}
        onRespond={graded ? undefined : (next) => keepDraft(key, { response: next })}
        meta={metaOf(item, place, marks.length)}
      />
      {graded ? (
        <After item={variant.asked} graded={graded} certainty={certainty}>
          {kept && <WhatItShows session={session} items={items} item={item} tags={graded.tags} />}
        </After>
      ) : (
        <CertaintyChoice certainty={certainty} onChoose={(next) => keepDraft(key, { certainty: next })} />
      )}
      {graded && <AsLab href={labHref} place="in-text" />}
    </QuizFrame>
  )
}

const nothing: Draft = {}

const givenBefore = (
  { lab }: Session,
  mode: AnswerMode,
  itemId: string,
  variant: number,
): AnsweredItem | undefined =>
  answeredItems(lab.tables).findLast(
    (each) => each.mode === mode && each.itemId === itemId && each.variant === variant,
  )

/** Under the question on a phone, where the foot has room for two. */
function AsLab({ href, place }: { href: string | undefined; place: 'in-foot' | 'in-text' }) {
  return href ? (
    <Link className={`btn as-lab ${place}`} href={href}>
      {says.asLab}
    </Link>
  ) : null
}
