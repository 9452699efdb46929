import { InlineCode } from '../brief/inline-code.tsx'
import { Glyph } from '../glyphs/glyph.tsx'
import { CellReason, claimUnder, noteUnder } from './cell-words.tsx'
import { columnGlyph, custody } from './column-look.ts'
import { ProveButton, type TableProps } from './compare-grid.tsx'
import { ProofOfCell, ProofSide } from './proof.tsx'
import { words } from './words.ts'

/** The same rows, one under the other, where there is no room for columns. */
export function CompareCards({ rows, pair, lens, open, proof, onToggle }: TableProps) {
  return (
    <div className="cmp-cards">
      {rows.map((row, i) => (
        <section key={row.id} className="cmp-card" id={`row-${row.id}`} aria-labelledby={`title-${row.id}`}>
          <h2 id={`title-${row.id}`}>
            <span className="n">{i + 1}</span> {row.title}
          </h2>
          {pair.map((column, side) => (
            <div key={column} className="cmp-side2">
              <Glyph name={columnGlyph[column]} size={22} />
              <span className={`who ${custody(column)}`}>{words.columns[column].name}</span>
              <p className="claim">
                <InlineCode text={claimUnder(row.cells[column], lens)} />
              </p>
              <ProveButton row={row} column={column} open={open === row.id} onToggle={onToggle} />
              <CellReason cell={row.cells[column]} lens={lens} />
              {open === row.id && (
                <ProofOfCell row={row} column={column} state={proof.runs[side] ?? { steps: [] }} />
              )}
            </div>
          ))}
          <Note text={noteUnder(row, pair, lens)} />
          {open === row.id && (
            <div id={`proof-${row.id}`}>
              <ProofSide
                state={proof}
                row={row}
                note={undefined}
                runs={pair.some((column) => row.cells[column].experiment)}
              />
            </div>
          )}
        </section>
      ))}
    </div>
  )
}

const Note = ({ text }: { text: string | undefined }) => text && <p className="note">{text}</p>
