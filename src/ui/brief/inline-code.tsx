import type { ReactNode } from 'react'
import { Camel } from '../camel.tsx'
import { inlineParts } from './inline-parts.ts'

/** A sentence with `code` between backticks, which is never translated. */
export function InlineCode({ text }: { text: string }): ReactNode {
  return inlineParts(text).map(({ code, text }, i) =>
    code ? (
      <code key={i} translate="no">
        <Camel name={text} />
      </code>
    ) : (
      <Camel key={i} name={text} />
    ),
  )
}
