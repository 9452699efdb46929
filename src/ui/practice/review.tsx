import { useState } from 'react'
import { Link } from 'wouter'
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
import { useStanding } from './use-standing.ts'
import { words } from './words.ts'

const says = words.review

/** A review that is on: which questions in which variants, and how they went. */
interface Round {
  readonly items: readonly Item[]
  readonly variants: readonly number[]
  readonly at: number
  readonly results: Readonly<Record<string, boolean>>
}

/** The daily review: what is due, one question after the other. */
export function Review({ session, items }: { session: Session; items: readonly Item[] }) {
  const { due, boxes } = useStanding(session, items)
  const [round, setRound] = useState<Round>()
  const answered = answeredItems(session.lab.tables)
  const item = round?.items[round.at]

  if (round && item) {
    const again = () => {
      const variants = round.variants.map((number, i) =>
        i === round.at ? drawVariant(item.id, answered, session.seed()) : number,
      )
      setRound({ ...round, variants })
    }
    const number = round.variants[round.at] ?? 0
    return (
      <ItemTrainer
        key={`${item.id}/${number}`}
        session={session}
        items={items}
        item={item}
        number={number}
        mode="review"
        crumb={[{ text: quiz.practice, href: '/practice' }, { text: says.title }]}
        marks={marksOf({ ids: round.items.map(({ id }) => id), results: round.results }, item.id)}
        labHref={
          item.scene && `/practice/${item.id}/try?variant=${number}&back=${encodeURIComponent('/review')}`
        }
        onNext={() => {
          setRound({ ...round, at: round.at + 1 })
          scrollTo(0, 0)
        }}
        onAgain={again}
        onAnswered={({ right }) => setRound({ ...round, results: { ...round.results, [item.id]: right } })}
        leave={null}
      />
    )
  }

  const queue = reviewQueue(items, answered, due)
  const next = nextDue(boxes, session.wallNow())
  const right = Object.values(round?.results ?? {}).filter(Boolean).length
  const begin = () =>
    setRound({
      items: queue,
      variants: queue.map(({ id }) => drawVariant(id, answered, session.seed())),
      at: 0,
      results: {},
    })
  return (
    <Page>
      <h1>{says.title}</h1>
      {round && (
        <p role="status">
          {says.done} {says.score(right, Object.keys(round.results).length)}
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
