import { words } from './words.ts'

const says = words.keys
const LETTERS = ['|', '-', '~'] as const
const MORE_LETTERS = ['$', "'", '"', '\\'] as const

export interface KeyRowProps {
  onKey: (key: 'Tab' | 'ArrowUp' | 'ArrowDown' | 'Stop') => void
  onLetter: (letter: string) => void
}

/** Keys that the keyboard of a phone lacks or hides. */
export function KeyRow({ onKey, onLetter }: KeyRowProps) {
  const key = (text: string, press: () => void, name?: string) => (
    <button
      key={text}
      type="button"
      aria-label={name}
      // The field keeps the focus, and with it the keyboard stays up.
      onPointerDown={(event) => event.preventDefault()}
      onClick={press}
    >
      {text}
    </button>
  )
  return (
    <div className="t-keys" role="group" aria-label={says.label} translate="no">
      {key(says.tab, () => onKey('Tab'))}
      {key('↑', () => onKey('ArrowUp'), says.up)}
      {key('↓', () => onKey('ArrowDown'), says.down)}
      {LETTERS.map((letter) => key(letter, () => onLetter(letter)))}
      {key(says.stop, () => onKey('Stop'))}
      {MORE_LETTERS.map((letter) => key(letter, () => onLetter(letter)))}
    </div>
  )
}
