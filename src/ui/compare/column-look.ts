import type { ColumnId } from '../../course/table/table-definition.ts'
import type { GlyphName } from '../glyphs/glyph.tsx'

/** Custody is hue: who answers for the material of a column. */
export const custody = (column: ColumnId): 'kms' | 'you' => (column === 'G' ? 'kms' : 'you')

export const columnGlyph: Readonly<Record<ColumnId, GlyphName>> = {
  G: 'key-enabled-generated',
  I: 'key-enabled-imported',
  H: 'vault',
  X: 'vault',
}
