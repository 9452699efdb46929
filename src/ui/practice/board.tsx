import { memo, useMemo, type ReactNode } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { AnsweredItem } from '../../course/answered.ts'
import type { Item } from '../../course/item-definition.ts'
import { fillSlots } from '../../course/items/fill-slots.ts'
import { slotsOf } from '../../course/items/variant-of.ts'
import { competencies, type CompetencyId } from '../../course/words/competencies.ts'
import { metrics } from '../../course/words/metrics.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { stemParts } from '../quiz/stem-parts.ts'
import { words as quiz } from '../quiz/words.ts'
import { filterIn, fitting, METRIC_LIST, queryOf, TYPE_LIST, type Filter } from './filter.ts'
import { words } from './words.ts'
import './practice.css'

interface BoardProps {
  items: readonly Item[]
  latest: ReadonlyMap<string, AnsweredItem>
  /** Competencies that are due today */
  due: ReadonlySet<string>
  /** An exam that was begun */
  running: string | undefined
}

/** Every question there is, with a filter that stands in the address. */
export function Board({ items, latest, due, running }: BoardProps) {
  const filter = filterIn(useSearch())
  const query = queryOf(filter)
  const shown = useMemo(() => fitting(items, filterIn(query), latest, due), [items, query, latest, due])
  const first = shown[0]
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <ul className="ways">
        <Way
          title={words.exam}
          text={words.examText}
          href={running ? `/practice/exam/${running}` : '/practice/exam'}
          go={running ? words.examRunning : words.examOpen}
        />
        <Way
          title={words.review.title}
          text={words.reviewText(due.size)}
          href="/review"
          go={words.reviewOpen}
        />
      </ul>
      <FilterBar filter={filter} items={items} />
      <div className="board-head">
        <p role="status" className="num">
          {shown.length === 0 ? words.none : words.list(shown.length, items.length)}
        </p>
        {first && (
          <Link className="btn primary" href={`/practice/${first.id}${query}`}>
            {words.start(shown.length)}
          </Link>
        )}
      </div>
      {first && <ItemTable shown={shown} latest={latest} query={query} />}
    </>
  )
}

function Way({ title, text, href, go }: { title: string; text: string; href: string; go: string }) {
  return (
    <li>
      <h2>{title}</h2>
      <p>{text}</p>
      <Link className="btn" href={href}>
        {go}
      </Link>
    </li>
  )
}

function FilterBar({ filter, items }: { filter: Filter; items: readonly Item[] }) {
  const [, navigate] = useLocation()
  const set = (next: Filter) => navigate(`/practice${queryOf(next)}`, { replace: true })
  const skills = (Object.keys(competencies) as CompetencyId[]).filter((id) =>
    items.some((item) => item.competency === id && (!filter.metric || item.metric === filter.metric)),
  )
  function choose<Name extends 'metric' | 'competency' | 'type' | 'difficulty'>(
    name: Name,
    value: Filter[Name] | undefined,
  ) {
    const { [name]: _before, ...others } = filter
    const { competency, ...rest } = others as Filter
    const keeps = competency && (name !== 'metric' || !value || competencies[competency].metric === value)
    set({ ...rest, ...(keeps && { competency }), ...(value !== undefined && { [name]: value }) })
  }
  const toggle = (name: 'due' | 'wrong', on: boolean) => {
    const { [name]: _before, ...others } = filter
    set(on ? { ...others, [name]: true } : others)
  }
  return (
    <fieldset className="filters">
      <legend className="vh">{words.filter}</legend>
      <Choice
        label={words.metric}
        value={filter.metric}
        values={METRIC_LIST}
        says={(each) => metrics[each].title}
        onChoose={(value) => choose('metric', value)}
      />
      <Choice
        label={words.competency}
        value={filter.competency}
        values={skills}
        says={(each) => `${each}: ${competencies[each].can}`}
        onChoose={(value) => choose('competency', value)}
      />
      <Choice
        label={words.type}
        value={filter.type}
        values={TYPE_LIST}
        says={(each) => quiz.types[each]}
        onChoose={(value) => choose('type', value)}
      />
      <Choice
        label={words.difficulty}
        value={filter.difficulty}
        values={[1, 2, 3] as const}
        says={(each) => quiz.difficulties[each]}
        onChoose={(value) => choose('difficulty', value)}
      />
      <Toggle label={words.due} on={filter.due} onChange={(on) => toggle('due', on)} />
      <Toggle label={words.wrong} on={filter.wrong} onChange={(on) => toggle('wrong', on)} />
      {queryOf(filter) !== '' && (
        <button type="button" className="btn quiet small" onClick={() => set({})}>
          {words.clear}
        </button>
      )}
    </fieldset>
  )
}

function Choice<T extends string | number>({
  label,
  value,
  values,
  says,
  onChoose,
}: {
  label: string
  value: T | undefined
  values: readonly T[]
  says: (value: T) => string
  onChoose: (value: T | undefined) => void
}) {
  return (
    <label>
      <span>{label}</span>
      <select
        className="field"
        value={value ?? ''}
        onChange={(event) => onChoose(values.find((each) => String(each) === event.target.value))}
      >
        <option value="">{words.any}</option>
        {values.map((each) => (
          <option key={each} value={each}>
            {says(each)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Toggle({
  label,
  on = false,
  onChange,
}: {
  label: ReactNode
  on: boolean | undefined
  onChange: (on: boolean) => void
}) {
  return (
    <label className="toggle">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} /> {label}
    </label>
  )
}

function ItemTable({
  shown,
  latest,
  query,
}: {
  shown: readonly Item[]
  latest: ReadonlyMap<string, AnsweredItem>
  query: string
}) {
  const { question, form, skill, last } = words.columns
  return (
    <table className="data items">
      <caption className="vh">{words.table}</caption>
      <thead>
        <tr>
          <th scope="col">{question}</th>
          <th scope="col">{form}</th>
          <th scope="col">{skill}</th>
          <th scope="col">{last}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((item) => (
          <tr key={item.id}>
            <td>
              <Link href={`/practice/${item.id}${query}`}>
                <span className="id">{item.id}</span> <Stem item={item} />
              </Link>
            </td>
            <td>{quiz.shortTypes[item.type]}</td>
            <td className="id">{item.competency}</td>
            <td>
              <Last answer={latest.get(item.id)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The question first, since what comes before it may be cut off; with the values of its first variant. */
const Stem = memo(function Stem({ item }: { item: Item }) {
  const { lead, ask } = stemParts(fillSlots(item.stem, slotsOf(item, 0)))
  return (
    <>
      <InlineCode text={ask} />{' '}
      <span className="lead">
        <InlineCode text={lead} />
      </span>
    </>
  )
})

function Last({ answer }: { answer: AnsweredItem | undefined }) {
  if (!answer) return <span className="never">{words.never}</span>
  return (
    <span className={answer.right ? 'ok' : 'bad'}>
      <Icon name={answer.right ? 'tick' : 'cross'} size={12} /> {answer.right ? words.right : words.wrongLast}
    </span>
  )
}
