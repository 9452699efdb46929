import { useSyncExternalStore } from 'react'
import type { BaseLocationHook } from 'wouter'

/** Path and query of an address such as `#/practice?type=log`; the query of the page itself is the host's. */
export function placeIn(hash: string): { readonly path: string; readonly query: string } {
  const [path = '', ...query] = hash.replace(/^#?\/?/, '').split('?')
  return { path: `/${path}`, query: query.join('?') }
}

/** A part of a path as it was before it was put in an address; what somebody edited to no text at all stays as it is. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}

function navigate(
  to: string,
  { replace = false, state = null }: { replace?: boolean; state?: unknown } = {},
) {
  const before = location.href
  history[replace ? 'replaceState' : 'pushState'](state, '', `#/${to.replace(/^#?\/?/, '')}`)
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: location.href }))
}

const usePath = (): [string, typeof navigate] => [
  useSyncExternalStore(subscribe, () => placeIn(location.hash).path),
  navigate,
]
const useQuery = () => useSyncExternalStore(subscribe, () => placeIn(location.hash).query)

/** Where the learner is, by the part of the address after `#`: works from any folder, in a frame and in a zip. */
export const useHashLocation: BaseLocationHook = Object.assign(usePath, {
  hrefs: (href: string) => `#${href}`,
  searchHook: useQuery,
})
