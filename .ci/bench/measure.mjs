export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The value that a share of the values do not exceed. */
export function atShare(share, values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
}

/**
 * Runs the tasks in turn, A B A B, so that whatever else the machine does meets all of them alike.
 *
 * @param tasks name -> function, run `times` times one after the other in each round
 * @returns name -> milliseconds of one run, for each round; rounds that warm the compiler up are not among them
 */
export async function interleaved(tasks, { rounds, times, warmUps = 4 }) {
  const cost = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]))
  for (let round = -warmUps; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const start = performance.now()
      for (let i = 0; i < times; i++) await task(i)
      const ms = (performance.now() - start) / times
      if (round >= 0) cost[name].push(ms)
    }
  }
  return cost
}

/** What `a` costs of `b`, paired by round: noise that lasts longer than a round falls out. */
export const pairedRatio = (a, b) => median(a.map((ms, round) => ms / b[round]))
