import { Link, useLocation, useSearch } from 'wouter'
import type { Item } from '../../course/item-definition.ts'
import { nextDue, reviewQueue } from '../../course/review-queue.ts'
import { answeredItems } from '../../lab/rows.ts'
import { Page } from '../pages/page.tsx'
import { words as quiz } from '../quiz/words.ts'
import type { Session } from '../session.tsx'
import { dayAndYear } from '../when.ts'
import { drawVariant } from './draw-variant.ts'
import { ItemTrainer } from './item-trainer.tsx'
import { marksOf } from './practice-item.tsx'
import { roundIn, roundQuery, roundResults } from './round.ts'
import { useStanding } from './use-standing.ts'
import { words } from './words.ts'

const says = words.review

/** The daily review: what is due, one question after the other. */
export function Review({ session, items }: { session: Session; items: readonly Item[] }) {
  const { due, boxes } = useStanding(session, items)
  const [, navigate] = useLocation()
  const round = roundIn(useSearch(), (id) => items.some((item) => item.id === id))
  const answered = answeredItems(session.lab.tables)
  const results = round ? roundResults(round, answered) : {}
  const question = round?.questions[round.at]
  const item = items.find(({ id }) => id === question?.itemId)

  if (round && question && item) {
    const number = question.variants.at(-1) ?? 0
    const again = () => {
      const variants = [...question.variants, drawVariant(item.id, answered, session.seed())]
      const questions = round.questions.with(round.at, { itemId: item.id, variants })
      navigate(`/review${roundQuery({ ...round, questions })}`, { replace: true })
    }
    return (
      <ItemTrainer
        key={`${round.at}/${item.id}/${number}`}
        session={session}
        items={items}
        item={item}
        number={number}
        mode="review"
        crumb={[{ text: quiz.practice, href: '/practice' }, { text: says.title }]}
        marks={marksOf({ ids: round.questions.map(({ itemId }) => itemId), results }, item.id)}
        labHref={
          item.scene &&
          `/practice/${item.id}/try?variant=${number}&back=${encodeURIComponent(`/review${roundQuery(round)}`)}`
        }
        onNext={() => {
          navigate(`/review${roundQuery({ ...round, at: round.at + 1 })}`)
          scrollTo(0, 0)
        }}
        onAgain={again}
        leave={null}
      />
    )
  }

  const queue = reviewQueue(items, answered, due)
  const next = nextDue(boxes, session.wallNow())
  const right = Object.values(results).filter(Boolean).length
  const begin = () => {
    const questions = queue.map(({ id }) => ({
      itemId: id,
      variants: [drawVariant(id, answered, session.seed())],
    }))
    navigate(`/review${roundQuery({ questions, at: 0 })}`)
  }
  return (
    <Page>
      <h1>{says.title}</h1>
      {round && (
        <p role="status">
          {says.done} {says.score(right, Object.keys(results).length)}
        </p>
      )}
      {queue.length > 0 ? (
        <>
          <p>{says.lead(queue.length)}</p>
          <div className="row mt-6">
            <button type="button" className="btn primary" onClick={begin}>
              {says.start}
            </button>
            <Link className="btn quiet" href="/practice">
              {quiz.act.done}
            </Link>
          </div>
        </>
      ) : (
        <>
          <p>{says.empty}</p>
          <p className="mt-2 text-ink-2">{says.emptyText}</p>
          {next !== undefined && <p className="mt-2 text-ink-2">{says.next(dayAndYear(next))}</p>}
          <div className="row mt-6">
            <Link className="btn" href="/practice">
              {says.practise}
            </Link>
          </div>
        </>
      )}
    </Page>
  )
}
