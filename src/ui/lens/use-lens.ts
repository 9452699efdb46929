import { useEffect } from 'react'
import { useLocation, useSearch } from 'wouter'
import { create } from 'zustand'

/** Which wording of a statement is shown: study material's, today's service's, or both. */
export const LENSES = ['both', 'exam', 'today'] as const
export type Lens = (typeof LENSES)[number]

const PARAMETER = 'lens'

/** Kept for the visit: a page whose address names no lens shows what was chosen last. */
const useKept = create<{ readonly lens: Lens }>(() => ({ lens: 'both' }))

/**
 * The lens of the address, else the one chosen before, and how to choose another. The address follows, so that a link
 * to the page shows what its sender saw.
 */
export function useLens(): readonly [lens: Lens, choose: (lens: Lens) => void] {
  const kept = useKept(({ lens }) => lens)
  const search = useSearch()
  const [path, navigate] = useLocation()
  const named = lensIn(search)

  useEffect(() => {
    if (named !== undefined) useKept.setState({ lens: named })
    else if (kept !== 'both') navigate(path + withLens(search, kept), { replace: true })
    // Only a new address is a reason to look again: a choice changes both itself.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [named, path, search])

  return [
    named ?? kept,
    (lens) => {
      useKept.setState({ lens })
      navigate(path + withLens(search, lens), { replace: true })
    },
  ]
}

export function lensIn(search: string): Lens | undefined {
  const given = new URLSearchParams(search).get(PARAMETER)
  return LENSES.find((lens) => lens === given)
}

/** The query with this lens in it; `both` is what an address without one means. */
export function withLens(search: string, lens: Lens): string {
  const query = new URLSearchParams(search)
  query.delete(PARAMETER)
  if (lens !== 'both') query.set(PARAMETER, lens)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
