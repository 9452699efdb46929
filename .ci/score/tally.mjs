/**
 * What the tests of one project gave to one row.
 *
 * @param report of Vitest's JSON reporter
 * @returns executed and expected of passed tests, their seeds, the tests that failed, and the parts of the figure
 */
export function tally(report, row) {
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const sum = {
    executed: 0,
    expected: 0,
    failed: broken.length,
    seeds: new Set(),
    values: new Set(),
    parts: new Map(),
  }
  for (const { status, fullName, meta = {} } of tests) {
    // A skipped test is one that did not hold: nothing passes by being left out.
    if (status !== 'passed') sum.failed++
    for (const figure of meta.score ?? []) {
      if (figure.row !== row.id) continue
      sum.expected += figure.expected
      if (status !== 'passed') continue
      sum.executed += figure.executed
      if (figure.seed !== undefined) sum.seeds.add(figure.seed)
      if (figure.value !== undefined) sum.values.add(figure.value)
      const part = row.parts?.find(([, pattern]) => pattern.test(fullName))?.[0]
      if (part) sum.parts.set(part, (sum.parts.get(part) ?? 0) + figure.executed)
    }
  }
  return sum
}

/** A row as it is shown, from what its projects gave. `wanted` is the manifest's figure. */
export function judge(row, wanted, byProject, seconds) {
  const figures = Object.entries(wanted).map(([project, expected]) => {
    const { executed = 0, expected: announced = 0, failed = 0, parts = new Map() } = byProject[project] ?? {}
    return { project, executed, expected, announced, failed, parts: Object.fromEntries(parts) }
  })
  const faults = figures.flatMap(({ project, executed, expected, announced, failed }) => [
    ...(byProject[project] ? [] : [`${project}: not run`]),
    ...(failed > 0 ? [`${project}: ${failed} of its tests failed`] : []),
    ...(announced !== expected
      ? [`${project}: the tests set out to run ${announced}, the manifest wants ${expected}`]
      : []),
    ...(executed !== expected ? [`${project}: ${executed} of ${expected} ran`] : []),
  ])
  const values = new Set(Object.values(byProject).flatMap(({ values }) => [...values]))
  if (values.size > 1) faults.push(`${values.size} different values: ${[...values].join(', ')}`)
  const seeds = [...new Set(Object.values(byProject).flatMap(({ seeds }) => [...seeds]))]
  return {
    id: row.id,
    title: row.title,
    target: row.target,
    ran: true,
    met: faults.length === 0,
    figures,
    faults,
    seeds,
    seconds,
  }
}

export const notRun = ({ id, title, target }) => ({ id, title, target, ran: false })
