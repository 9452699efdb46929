import { words } from './words.ts'
import './lens.css'

/** The word before one of the two wordings, where both stand side by side. */
export const LensMark = ({ of }: { of: 'exam' | 'today' }) => (
  <b className={`lens-mark ${of}`}>{words.short[of]}</b>
)
