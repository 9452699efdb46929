import { useEffect } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { Item } from '../../course/item-definition.ts'
import { metrics } from '../../course/words/metrics.ts'
import { answeredItems } from '../../lab/rows.ts'
import type { Mark } from '../quiz/quiz-frame.tsx'
import { words as quiz } from '../quiz/words.ts'
import type { Session } from '../session.tsx'
import { drawVariant } from './draw-variant.ts'
import { filterIn, fitting, latestAnswers, queryOf } from './filter.ts'
import { ItemTrainer } from './item-trainer.tsx'
import { standingOf } from './use-standing.ts'
import { variantIn } from './variant-in.ts'
import { keepResult, runWith, useKeptRun, type Run } from './run.ts'

/** One question of the board. Which variant stands in the address: a reload asks the same one. */
export function PracticeItem({
  session,
  items,
  item,
}: {
  session: Session
  items: readonly Item[]
  item: Item
}) {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const kept = useKeptRun()
  const filter = filterIn(search)
  const query = queryOf(filter)
  const { tables } = session.lab
  const number = variantIn(search)

  const run =
    kept.query === query && kept.ids.includes(item.id)
      ? kept
      : runWith(kept, item.id, query, found(session, items, search))
  useEffect(() => {
    if (run !== kept) useKeptRun.setState(run)
  })

  const again = () => {
    const next = drawVariant(item.id, answeredItems(tables), session.seed())
    navigate(`/practice/${item.id}${queryOf(filter, { variant: String(next) })}`, { replace: true })
  }
  useEffect(() => {
    // On the way to another page this one is drawn once more, with the address of the other.
    if (number === undefined && path === `/practice/${item.id}`) again()
  })
  if (number === undefined) return null

  const next = run.ids[run.ids.indexOf(item.id) + 1]
  return (
    <ItemTrainer
      key={`${item.id}/${number}`}
      session={session}
      items={items}
      item={item}
      number={number}
      mode="practice"
      crumb={[{ text: quiz.practice, href: `/practice${query}` }, { text: metrics[item.metric].title }]}
      marks={marksOf(run, item.id)}
      labHref={
        item.scene &&
        `/practice/${item.id}/try?variant=${number}&back=${encodeURIComponent(`/practice/${item.id}${queryOf(filter, { variant: String(number) })}`)}`
      }
      onNext={next === undefined ? undefined : () => navigate(`/practice/${next}${query}`)}
      onAgain={again}
      onAnswered={({ right }) => keepResult(item.id, right)}
      leave={
        <Link className="btn primary" href={`/practice${query}`}>
          {quiz.act.done}
        </Link>
      }
    />
  )
}

export const marksOf = ({ ids, results }: Pick<Run, 'ids' | 'results'>, current: string): readonly Mark[] =>
  ids.map((id) => {
    if (id === current) return 'current'
    const right = results[id]
    return right === undefined ? 'open' : right ? 'right' : 'wrong'
  })

const found = (session: Session, items: readonly Item[], search: string): readonly string[] =>
  fitting(
    items,
    filterIn(search),
    latestAnswers(answeredItems(session.lab.tables)),
    new Set(standingOf(session, items).due),
  ).map(({ id }) => id)
