/**
 * The row of the scoreboard from a sample: what was noticed, and within which bounds the share of all mutants lies.
 *
 * @param aim the share that should be noticed
 */
export function judgeMutants(row, { all, tests, mutants }, seed, seconds) {
  const count = (ended) => mutants.filter((mutant) => mutant.ended === ended).length
  const noticed = ['test', 'load', 'loop', 'error'].reduce((sum, ended) => sum + count(ended), 0)
  const late = count('late')
  const judged = mutants.length - late
  const lived = mutants.filter(({ ended }) => ended === 'all passed' || ended === 'not reached')
  return {
    id: row.id,
    title: row.title,
    target: row.target,
    ran: true,
    met: noticed / judged >= row.aim,
    figures: [],
    mutants: {
      all,
      tests,
      drawn: mutants.length,
      static: mutants.filter(({ isStatic }) => isStatic).length,
      noticed,
      byTest: count('test'),
      atLoad: count('load'),
      endless: count('loop'),
      outside: count('error'),
      late,
      notReached: count('not reached'),
      share: noticed / judged,
      bounds: wilson(noticed, judged),
    },
    faults: lived.map(
      ({ ended, place, mutator, original, replacement }) =>
        `${place} ${mutator}: ${short(original)} -> ${short(replacement)}${ended === 'not reached' ? ' (no test gets there)' : ''}`,
    ),
    seeds: [seed],
    seconds,
  }
}

/** 95 % bounds of a share (Wilson's score interval). */
export function wilson(hits, count) {
  const z = 1.96
  const share = hits / count
  const middle = share + (z * z) / (2 * count)
  const reach = z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count))
  const whole = 1 + (z * z) / count
  return [(middle - reach) / whole, (middle + reach) / whole]
}

const short = (code) => {
  const line = code.replace(/\s+/g, ' ').trim()
  return line.length > 70 ? `${line.slice(0, 69)}…` : line
}
