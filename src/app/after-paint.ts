/** What is shown has gone to the screen by then, or nobody looks. */
const LONGEST_MS = 1_000
/** Where a browser does not say when it is idle: long enough for a frame. */
const A_FRAME_MS = 50
const LARGEST = 'largest-contentful-paint'

/**
 * Does what the page does not need to be read, once the browser has shown the page and has nothing better to do. What is
 * asked for before that shares the network with the words, and a phone is busy with it while they wait to be drawn.
 *
 * Browsers that tell when the largest part of a page has gone to the screen are asked (W3C Largest Contentful Paint 2);
 * the head that stands before anything has run is smaller than any page.
 */
export function afterPaint(work: () => void): void {
  const drawn = performance.now()
  if (!PerformanceObserver.supportedEntryTypes.includes(LARGEST)) return whenIdle(work)
  const shown = new PerformanceObserver((list) => {
    if (list.getEntries().some(({ startTime }) => startTime >= drawn)) begin()
  })
  const longest = setTimeout(begin, LONGEST_MS)
  shown.observe({ type: LARGEST, buffered: true })

  function begin(): void {
    clearTimeout(longest)
    shown.disconnect()
    whenIdle(work)
  }
}

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: LONGEST_MS })
  else setTimeout(work, A_FRAME_MS)
}
