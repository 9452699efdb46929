import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { columns, type ColumnId, type TableRow } from '../../course/table/table-definition.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { Glyph } from '../glyphs/glyph.tsx'
import { Icon } from '../glyphs/icon.tsx'
import type { Lens } from '../lens/use-lens.ts'
import { CellReason, claimUnder, noteUnder } from './cell-words.tsx'
import { columnGlyph, custody } from './column-look.ts'
import { gridMove, type Place } from './grid-move.ts'
import { ProofOfCell, ProofSide } from './proof.tsx'
import type { Pair } from './table-address.ts'
import type { ScriptsState } from './use-scripts.ts'
import { words } from './words.ts'

export interface TableProps {
  readonly rows: readonly TableRow[]
  readonly pair: Pair
  readonly lens: Lens
  readonly open: string | undefined
  readonly proof: ScriptsState
  readonly onToggle: (row: string) => void
}

/** The table as a grid: one stop of the Tab key, arrow keys inside, and Enter for what a cell offers. */
export function CompareGrid({
  stubs,
  onBring,
  ...props
}: TableProps & { stubs: boolean; onBring: (column: ColumnId) => void }) {
  const { rows, pair } = props
  const [place, setPlace] = useState<Place>({ row: 1, column: 1 })
  const table = useRef<HTMLTableElement>(null)
  const rest = stubs ? columns.filter((column) => !pair.includes(column)) : []
  const size = { rows: rows.length + 1, columns: 1 + pair.length + rest.length }
  const here = { row: Math.min(place.row, size.rows - 1), column: Math.min(place.column, size.columns - 1) }

  const at = (row: number, column: number) => ({
    'data-row': row,
    'data-column': column,
    tabIndex: row === here.row && column === here.column ? 0 : -1,
  })

  function press(event: KeyboardEvent) {
    const cell = (event.target as Element).closest<HTMLElement>('[data-row]')
    if (!cell || event.altKey || event.metaKey || event.shiftKey) return
    const from = placeOf(cell)
    const to = gridMove(from, event, size)
    if (to) {
      event.preventDefault()
      table.current?.querySelector<HTMLElement>(selector(to))?.focus()
    } else if ((event.key === 'Enter' || event.key === ' ') && event.target === cell) {
      const button = cell.querySelector('button')
      if (!button) return
      event.preventDefault()
      button.click()
    }
  }

  function follow(event: FocusEvent) {
    const cell = (event.target as Element).closest<HTMLElement>('[data-row]')
    if (cell) setPlace(placeOf(cell))
  }

  return (
    <table
      ref={table}
      className="cmp"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- ARIA allows it, and its rows and cells follow
      role="grid"
      aria-label={words.table}
      onKeyDown={press}
      onFocus={follow}
    >
      <colgroup>
        <col className="h" />
        <col />
        <col />
        {rest.map((column) => (
          <col key={column} className="f" />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" {...at(0, 0)}>
            <span className="vh">{words.row}</span>
          </th>
          {pair.map((column, i) => (
            <th key={column} scope="col" className={`wide ${custody(column)}`} {...at(0, 1 + i)}>
              <span className="who">
                <Glyph name={columnGlyph[column]} size={26} label={words.columns[column].custody} />
                {words.columns[column].name}
                <code translate="no">{words.columns[column].origin}</code>
              </span>
            </th>
          ))}
          {rest.map((column, i) => (
            <th key={column} scope="col" className="stub" {...at(0, 3 + i)}>
              <button
                type="button"
                tabIndex={-1}
                aria-label={words.bring(words.columns[column].name)}
                onClick={() => onBring(column)}
              >
                <Plus />
                {words.columns[column].name}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <GridRow key={row.id} {...props} row={row} number={i + 1} at={at} rest={rest} />
        ))}
      </tbody>
    </table>
  )
}

function GridRow({
  row,
  number,
  at,
  rest,
  pair,
  lens,
  open,
  proof,
  onToggle,
}: TableProps & {
  row: TableRow
  number: number
  at: (row: number, column: number) => object
  rest: readonly ColumnId[]
}) {
  const isOpen = open === row.id
  const note = noteUnder(row, pair, lens)
  return (
    <>
      <tr className={isOpen ? 'isopen' : undefined} id={`row-${row.id}`}>
        <th scope="row" {...at(number, 0)}>
          <span className="n">{number}</span>
          <span>
            {row.title}
            {!isOpen && note && <small>{note}</small>}
          </span>
        </th>
        {pair.map((column, i) => (
          <td key={column} {...at(number, 1 + i)}>
            <div className="cmp-cl">
              <p>
                <InlineCode text={claimUnder(row.cells[column], lens)} />
              </p>
              <ProveButton row={row} column={column} open={isOpen} inGrid onToggle={onToggle} />
            </div>
            <CellReason cell={row.cells[column]} lens={lens} />
          </td>
        ))}
        {rest.map((column, i) => (
          <td key={column} className="stub" {...at(number, 3 + i)}>
            {row.cells[column].short}
          </td>
        ))}
      </tr>
      {isOpen && (
        <tr className="cmp-proof" id={proofId(row)}>
          <td>
            <ProofSide
              state={proof}
              row={row}
              note={note}
              runs={pair.some((column) => row.cells[column].experiment)}
            />
          </td>
          {pair.map((column, i) => (
            <td key={column}>
              <ProofOfCell row={row} column={column} state={proof.runs[i] ?? { steps: [] }} />
            </td>
          ))}
          {rest.length > 0 && (
            <td className="stub" colSpan={rest.length}>
              {words.bringHint}
            </td>
          )}
        </tr>
      )}
    </>
  )
}

const proofId = ({ id }: TableRow) => `proof-${id}`

/** Opens what proves a cell, or the page it rests on where nothing can be run. */
export function ProveButton({
  row,
  column,
  open,
  inGrid = false,
  onToggle,
}: {
  row: TableRow
  column: ColumnId
  open: boolean
  inGrid?: boolean
  onToggle: (row: string) => void
}) {
  const runs = row.cells[column].experiment !== undefined
  const text = open ? words.hide : runs ? words.prove : words.claimOnly
  return (
    <button
      type="button"
      className={runs || open ? 'cmp-prove' : 'cmp-prove dim'}
      tabIndex={inGrid ? -1 : 0}
      aria-expanded={open}
      aria-controls={open ? proofId(row) : undefined}
      aria-label={`${text}: ${words.of(row.title, words.columns[column].name)}`}
      onClick={() => onToggle(row.id)}
    >
      {open && <Icon name="up" size={12} />} {text}
    </button>
  )
}

const Plus = () => (
  <svg className="i" width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M8 3v10M3 8h10" fill="none" stroke="currentColor" strokeWidth="1.4" />
  </svg>
)

const placeOf = ({ dataset }: HTMLElement): Place => ({
  row: Number(dataset.row),
  column: Number(dataset.column),
})
const selector = ({ row, column }: Place) => `[data-row="${row}"][data-column="${column}"]`
