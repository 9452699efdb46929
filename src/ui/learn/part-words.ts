import type { Part } from './next-part.ts'
import { words } from './words.ts'

const says = words.part

/** "lab L1.2", "demonstration" */
export const kindOf = ({ kind, code }: Part): string =>
  code === undefined ? says.kind[kind] : `${says.kind[kind]} ${code}`

export interface WayOn {
  readonly href: string
  readonly text: string
  readonly title: string
}

/** What a link to the first part that is not done says; the verb tells whether any was begun. None: all are done. */
export function wayOn(parts: readonly Part[]): WayOn | undefined {
  const next = parts.find(({ done }) => !done)
  if (!next) return undefined
  const fresh = parts.every(({ done, begun }) => !done && !begun)
  return {
    href: next.href,
    text: `${fresh ? says.start : says.continue}: ${kindOf(next)}`,
    title: next.title,
  }
}

/** The way on, or back to the first part. */
export function wayOnOrBack(parts: readonly Part[]): WayOn | undefined {
  const first = parts[0]
  return wayOn(parts) ?? (first && { href: first.href, text: says.review, title: first.title })
}
