import type { ReactNode } from 'react'
import { inlineParts } from './inline-parts.ts'

/** A sentence with `code` between backticks, which is never translated. */
export function InlineCode({ text }: { text: string }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text are their places
  return inlineParts(text).map(({ code, text }, i) => (code ? <code key={i} translate="no">{text}</code> : text))
}
