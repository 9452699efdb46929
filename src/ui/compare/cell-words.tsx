import { columns, type Cell, type TableRow } from '../../course/table/table-definition.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { LensMark } from '../lens/lens-mark.tsx'
import type { Lens } from '../lens/use-lens.ts'
import type { Pair } from './table-address.ts'

/** What a cell claims under this lens, on one line. */
export const claimUnder = ({ claim, exam }: Cell, lens: Lens): string =>
  lens === 'exam' ? (exam ?? claim) : claim

/** What reconciles the two eras, where both are shown and a compared column has two of them. */
export function noteUnder({ note, cells }: TableRow, pair: Pair, lens: Lens): string | undefined {
  const two = columns.filter((column) => cells[column].exam !== undefined)
  const concerned = two.length > 0 ? two : (['G', 'I'] as const)
  return lens === 'both' && concerned.some((column) => pair.includes(column)) ? note?.says : undefined
}

/** The reason beneath a claim; where the exam words it otherwise and both are shown, that stands first. */
export function CellReason({ cell: { exam, why }, lens }: { cell: Cell; lens: Lens }) {
  if (exam === undefined || lens === 'today')
    return (
      <p className="cmp-why">
        <InlineCode text={why} />
      </p>
    )
  if (lens === 'exam')
    return (
      <p className="cmp-why">
        <LensMark of="exam" />
      </p>
    )
  return (
    <p className="cmp-why">
      <span className="lens-one">
        <LensMark of="exam" /> <InlineCode text={exam} />
      </span>{' '}
      <span className="lens-one">
        <LensMark of="today" /> <InlineCode text={why} />
      </span>
    </p>
  )
}
