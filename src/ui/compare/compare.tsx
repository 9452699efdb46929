import { useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { rows as allRows } from '../../course/table/rows/index.ts'
import { announce } from '../announce.tsx'
import { LensSwitch } from '../lens/lens-switch.tsx'
import { useLens } from '../lens/use-lens.ts'
import { useSession } from '../session.tsx'
import { SiteFooter, SiteHeader } from '../site-header.tsx'
import { useMediaQuery } from '../use-media-query.ts'
import { Guard } from '../workspace/pane.tsx'
import { CompareCards } from './compare-cards.tsx'
import { CompareGrid } from './compare-grid.tsx'
import { CompareTools } from './compare-tools.tsx'
import { PrintTable } from './print-table.tsx'
import { scriptOf } from './proof.tsx'
import { namedRow, placed, rowsShown, viewIn, withView, type TableView } from './table-address.ts'
import { TableQuiz } from './table-quiz.tsx'
import { TwoWorldsView } from './two-worlds.tsx'
import { useScripts } from './use-scripts.ts'
import { words } from './words.ts'
import '../door/door.css'
import './compare.css'

/** @param row that is open, by its name or its number; `worlds` shows the two worlds instead, and `script` which pair of runs */
export function Compare({
  row,
  worlds = false,
  script,
}: {
  row?: string
  worlds?: boolean
  script?: string
}) {
  const search = useSearch()
  const [, navigate] = useLocation()
  const [lens] = useLens()
  const [quiz, setQuiz] = useState(false)
  const wide = useMediaQuery('(min-width: 701px)')
  const view = useMemo(() => viewIn(search), [search])
  const open = namedRow(row)
  const rows = useMemo(() => rowsShown(view, open), [view, open])
  const query = search && `?${search}`

  function show(next: TableView) {
    navigate(`/compare${open === undefined ? '' : `/${open}`}${withView(search, next)}`, { replace: true })
    announce(words.shown(rowsShown(next, open).length, allRows.length))
  }

  return (
    <div className="door compare">
      <SiteHeader />
      <main id="content" tabIndex={-1}>
        <div className="cmp-head">
          <h1>{worlds ? words.two.title : words.title}</h1>
          <p>{worlds ? words.two.lead : words.lead(allRows.length)}</p>
          {worlds ? (
            <Link className="btn" href={`/compare${query}`}>
              {words.backToTable}
            </Link>
          ) : (
            <LensSwitch />
          )}
        </div>
        {!worlds && (
          <div className="cmp-bar">
            <details className="cmp-more" open={wide}>
              <summary className="btn">{words.tools}</summary>
              <CompareTools view={view} onView={show} />
            </details>
            <span className="grow" />
            {quiz ? (
              <button type="button" className="btn" onClick={() => setQuiz(false)}>
                {words.backToTable}
              </button>
            ) : (
              <>
                <button type="button" className="btn quiet" onClick={() => setQuiz(true)}>
                  {words.quiz}
                </button>
                <Link className="btn quiet" href={`/compare/two-worlds${query}`}>
                  {words.worlds}
                </Link>
                <button type="button" className="btn quiet" onClick={() => print()}>
                  {words.print}
                </button>
              </>
            )}
          </div>
        )}
        <Guard name={words.page}>
          {worlds ? (
            <TwoWorldsView id={script} />
          ) : quiz ? (
            <TableQuiz key={view.pair.join()} rows={rows} pair={view.pair} lens={lens} />
          ) : rows.length === 0 ? (
            <p className="none">{words.none}</p>
          ) : (
            <Table
              view={view}
              open={open}
              onView={show}
              onOpen={(id) => navigate(`/compare${id && `/${id}`}${query}`)}
            />
          )}
        </Guard>
        <PrintTable rows={rows} lens={lens} />
      </main>
      <SiteFooter />
    </div>
  )
}

const NOTHING: readonly undefined[] = []

function Table({
  view,
  open,
  onView,
  onOpen,
}: {
  view: TableView
  open: string | undefined
  onView: (view: TableView) => void
  onOpen: (row: string) => void
}) {
  const [lens] = useLens()
  const cards = useMediaQuery('(max-width: 700px)')
  const stubs = useMediaQuery('(min-width: 1000px)')
  const rows = rowsShown(view, open)
  const row = rows.find(({ id }) => id === open)
  const [left, right] = view.pair
  const scripts = useMemo(
    () => (row ? [left, right].map((column) => scriptOf(row.cells[column], column)) : NOTHING),
    [row, left, right],
  )
  const proof = useScripts(useSession(), scripts)
  useInSight(open)

  const props = {
    rows,
    pair: view.pair,
    lens,
    open,
    proof,
    onToggle: (id: string) => onOpen(id === open ? '' : id),
  }
  return cards ? (
    <CompareCards {...props} />
  ) : (
    <CompareGrid
      {...props}
      stubs={stubs}
      onBring={(column) => onView({ ...view, pair: placed(view.pair, 1, column) })}
    />
  )
}

/** A row that an address opens is brought into sight; one opened by hand is there already. */
function useInSight(open: string | undefined): void {
  const first = useRef(true)
  useEffect(() => {
    if (first.current && open !== undefined)
      document.getElementById(`row-${open}`)?.scrollIntoView({ block: 'start' })
    first.current = false
  }, [open])
}
