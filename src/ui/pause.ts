declare const scheduler: { readonly yield?: () => Promise<void> } | undefined

/**
 * Lets the browser draw and answer before more is done. Where a browser can, the rest comes next after that: timers that
 * follow each other wait for four milliseconds each.
 */
export const pause = (): Promise<void> =>
  typeof scheduler !== 'undefined' && scheduler.yield
    ? scheduler.yield()
    : new Promise((resolve) => setTimeout(resolve))
