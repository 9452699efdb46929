/** What is shown has gone to the screen by then, or nobody looks. */
const LONGEST_MS = 1_000
/** Where a browser does not say when it is idle: long enough for a frame. */
const A_FRAME_MS = 50

/** Does what the page does not need to be read, once the browser has drawn it and has nothing better to do. */
export function afterPaint(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: LONGEST_MS })
  else setTimeout(work, A_FRAME_MS)
}
