import { useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { AnsweredItem, Certainty } from '../../course/answered.ts'
import { grade } from '../../course/grade.ts'
import { isWholeAnswer } from '../../course/is-whole-answer.ts'
import type { Response } from '../../course/item-definition.ts'
import { variantOf } from '../../course/items/variant-of.ts'
import type { LabDefinition } from '../../course/lab-definition.ts'
import { retrievalAfter, type Retrieval as Asked } from '../../course/mastery/retrieval.ts'
import { learnerRecord } from '../../lab/learner-record.ts'
import { answeredItems, passedLabs } from '../../lab/rows.ts'
import { announce } from '../announce.tsx'
import { asOf, useLab, useLabs, useRevision } from '../lab-context.tsx'
import { useItems } from '../practice/use-items.ts'
import { CertaintyChoice } from '../quiz/certainty-choice.tsx'
import { After, Verdict } from '../quiz/feedback.tsx'
import { Question } from '../quiz/question.tsx'
import { words as quiz } from '../quiz/words.ts'
import type { Session } from '../session.tsx'
import { act } from './act.ts'
import { words } from './after-lab-words.ts'

const says = words.retrieval

/** Questions after a lab, one after the other: two of what it was about, one of something older. */
export function Retrieval({ session, definition }: { session: Session; definition: LabDefinition }) {
  const lab = useLab()
  const labs = useLabs()
  const revision = useRevision()
  const items = useItems()
  const { tables } = asOf(lab, revision)
  const pass = passedLabs(tables).findLast(({ labId }) => labId === definition.id)
  const asked = useMemo(
    () =>
      items && pass
        ? retrievalAfter(definition, pass, learnerRecord(tables, { items, labs }), { items, labs })
        : [],
    // The same pass asks the same questions, whatever is answered since.
    [items, definition, labs, pass, tables],
  )
  if (!pass || asked.length === 0) return null
  const given = asked.map(({ item, variant }) =>
    answeredItems(tables).findLast(
      (each) =>
        each.mode === 'lab' && each.itemId === item.id && each.variant === variant && each.at >= pass.at,
    ),
  )
  const open = given.indexOf(undefined)
  const older = asked.some(({ item }) => !definition.recalls?.includes(item.id))
  return (
    <section className="retrieval" aria-labelledby="retrieval">
      <h3 id="retrieval">{asked.length === 3 ? says.title : says.titleFew(asked.length)}</h3>
      <p className="dim">
        {says.lead} {older && says.older}
      </p>
      {asked.map((one, i) =>
        given[i] !== undefined || i === open ? (
          <OneQuestion
            key={`${one.item.id}/${one.variant}`}
            session={session}
            asked={one}
            answered={given[i]}
            meta={says.meta(i + 1, asked.length, one.item.competency)}
          />
        ) : null,
      )}
      {open < 0 && (
        <p>
          {says.done(given.filter((each) => each?.right).length, asked.length)}{' '}
          <Link href="/progress">{says.progress}</Link>
        </p>
      )}
    </section>
  )
}

function OneQuestion({
  session,
  asked: { item, variant: number },
  answered,
  meta,
}: {
  session: Session
  asked: Asked
  answered: AnsweredItem | undefined
  meta: string
}) {
  const lab = useLab()
  const variant = useMemo(() => variantOf(item, number), [item, number])
  const [response, setResponse] = useState<Response>()
  const [certainty, setCertainty] = useState<Certainty>()
  const began = useRef(session.wallNow())

  if (answered)
    return (
      <div className="retrieved">
        <Question variant={variant} response={answered.response} meta={meta} level="h4" />
        <Verdict graded={answered} />
        <After item={variant.asked} graded={answered} certainty={answered.certainty} level="h5" onlyRead />
      </div>
    )

  const whole = isWholeAnswer(item, response)
  const ready = whole && certainty !== undefined
  return (
    <form
      className="retrieved"
      onSubmit={(event) => {
        event.preventDefault()
        if (!response || !ready) {
          announce(whole ? quiz.act.need.certainty : certainty ? quiz.act.need.answer : quiz.act.need.both)
          return
        }
        const now = session.wallNow()
        const seconds = Math.max(0, Math.round((now - began.current) / 1_000))
        const graded = grade(item, response)
        act(
          lab.answerItem({
            itemId: item.id,
            variant: number,
            at: now,
            mode: 'lab',
            response,
            ...graded,
            certainty,
            seconds,
          }),
        )
        announce(graded.right ? quiz.told.right : quiz.told.wrong)
      }}
    >
      <Question variant={variant} response={response} onRespond={setResponse} meta={meta} level="h4" />
      <CertaintyChoice certainty={certainty} onChoose={setCertainty} />
      <button type="submit" className="btn" aria-disabled={!ready}>
        {quiz.act.check}
      </button>
    </form>
  )
}
