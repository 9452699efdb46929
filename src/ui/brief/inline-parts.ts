export interface InlinePart {
  readonly text: string
  readonly code: boolean
}

/** Text and `code` between backticks; a backtick without a partner is a backtick. */
export function inlineParts(text: string): InlinePart[] {
  const pieces = text.split('`')
  if (pieces.length % 2 === 0) pieces.splice(-2, 2, pieces.slice(-2).join('`'))
  return pieces.map((piece, i) => ({ text: piece, code: i % 2 === 1 })).filter((part) => part.text !== '')
}
