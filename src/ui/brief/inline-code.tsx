import type { ReactNode } from 'react'
import { inlineParts } from './inline-parts.ts'

/** A sentence with `code` between backticks, which is never translated. */
export function InlineCode({ text }: { text: string }): ReactNode {
  return inlineParts(text).map(({ code, text }, i) =>
    code ? (
      <code key={i} translate="no">
        {text}
      </code>
    ) : (
      text
    ),
  )
}
