import { columns, type TableRow } from '../../course/table/table-definition.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import type { Lens } from '../lens/use-lens.ts'
import { words as site } from '../words.ts'
import { claimUnder } from './cell-words.tsx'
import { words } from './words.ts'

/** The rows that are shown, with all four columns, for one sheet of paper. */
export function PrintTable({ rows, lens }: { rows: readonly TableRow[]; lens: Lens }) {
  return (
    <div className="cmp-print" aria-hidden="true">
      <p className="print-title">{words.title}</p>
      <table>
        <thead>
          <tr>
            <th>{words.row}</th>
            {columns.map((column) => (
              <th key={column}>
                {words.columns[column].name} <code>{words.columns[column].origin}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th>{row.title}</th>
              {columns.map((column) => (
                <td key={column}>
                  <InlineCode text={claimUnder(row.cells[column], lens)} />
                  {lens === 'both' && row.cells[column].exam && (
                    <i>
                      {' '}
                      <InlineCode text={row.cells[column].exam} />
                    </i>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {site.app.name}. {lens === 'both' && words.printBoth} {site.app.checked}. {site.app.independent}
      </p>
    </div>
  )
}
