import { useEffect, useRef, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { grade } from '../../course/grade.ts'
import type { Response } from '../../course/item-definition.ts'
import { variantOf } from '../../course/items/variant-of.ts'
import { prerequisiteItems as items, prerequisites } from '../../course/prerequisites/prerequisites.ts'
import { announce } from '../announce.tsx'
import { After, Verdict } from '../quiz/feedback.tsx'
import { Question } from '../quiz/question.tsx'
import { Progress, QuizFrame, type Mark } from '../quiz/quiz-frame.tsx'
import type { Session } from '../session.tsx'
import { words as site } from '../words.ts'
import { addressOf, givenIn, type Given } from './given-in.ts'
import { PrerequisiteResult } from './prerequisite-result.tsx'
import { words } from './words.ts'

/** Eight questions one after the other, each with its reasons at once, and what to read at the end. */
export function PrerequisiteCheck({ session }: { session: Session }) {
  const state = givenIn(useSearch(), items)
  return state.on < items.length ? (
    <OneQuestion key={state.on} session={session} state={state} />
  ) : (
    <PrerequisiteResult given={state.given} />
  )
}

function OneQuestion({ session, state: { given, on } }: { session: Session; state: Given }) {
  const [, navigate] = useLocation()
  const [response, setResponse] = useState<Response>()
  const [missing, setMissing] = useState(false)
  const verdict = useRef<HTMLParagraphElement>(null)
  const item = items[on] as (typeof items)[number]
  const variant = variantOf(item, on + 1)
  const chosen = given[on]
  const answered: Response | undefined = chosen === undefined ? undefined : { kind: 'marked', ids: [chosen] }
  const graded = answered && grade(item, answered)
  const isAnswered = graded !== undefined
  useEffect(() => {
    if (isAnswered) verdict.current?.focus()
  }, [isAnswered])

  function check() {
    const [id] = response?.kind === 'marked' ? response.ids : []
    if (id === undefined) {
      setMissing(true)
      announce(words.need)
      return
    }
    navigate(addressOf({ given: [...given.slice(0, on), id], on }), { replace: true })
  }

  const title = prerequisites.find((each) => each.items.includes(item))?.title ?? ''
  return (
    <QuizFrame
      lab={session.lab}
      crumb={[{ text: site.app.home, href: '/' }, { text: words.crumb }]}
      head={<Progress marks={marksOf(given, on)} label={words.progress(on + 1, items.length)} />}
      foot={
        graded ? (
          <Link className="btn primary" href={addressOf({ given, on: on + 1 })}>
            {on + 1 < items.length ? words.next : words.result}
          </Link>
        ) : (
          <>
            <button type="button" className="btn primary" onClick={check}>
              {words.check}
            </button>
            <span className="grow" />
            {missing && response === undefined && <span className="why">{words.need}</span>}
          </>
        )
      }
    >
      {graded && <Verdict graded={graded} ref={verdict} />}
      <Question
        variant={variant}
        response={answered ?? response}
        onRespond={graded ? undefined : setResponse}
        meta={words.meta(on + 1, items.length, title)}
      />
      {graded ? (
        <After item={variant.asked} graded={graded} certainty={undefined} />
      ) : (
        on === 0 && <p className="note">{words.lead}</p>
      )}
    </QuizFrame>
  )
}

const marksOf = (given: readonly string[], on: number): readonly Mark[] =>
  items.map((item, i) => {
    const id = given[i]
    if (i === on) return 'current'
    if (id === undefined) return 'open'
    return grade(item, { kind: 'marked', ids: [id] }).right ? 'right' : 'wrong'
  })
