/** A cell by row and column; row 0 is the head of the columns, column 0 the head of the rows. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Where a key leads from here, as grids do it; undefined for keys that are none of the grid's. */
export function gridMove(
  { row, column }: Place,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  size: { readonly rows: number; readonly columns: number },
): Place | undefined {
  const lastRow = size.rows - 1
  const lastColumn = size.columns - 1
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: Math.min(lastRow, Math.max(0, nextRow)),
    column: Math.min(lastColumn, Math.max(0, nextColumn)),
  })
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'PageDown':
      return to(row + 5, column)
    case 'PageUp':
      return to(row - 5, column)
    case 'Home':
      return to(ctrlKey ? 0 : row, 0)
    case 'End':
      return to(ctrlKey ? lastRow : row, lastColumn)
    default:
      return undefined
  }
}
