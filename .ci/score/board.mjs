const NAMES = { node: 'Node', chromium: 'Chromium' }
const number = (value) => value.toLocaleString('en')

function figure({ project, executed, expected, parts }) {
  const split = Object.entries(parts).map(([part, count]) => `${part} ${number(count)}`)
  const whole = `${NAMES[project] ?? project} ${number(executed)}/${number(expected)}`
  return split.length > 0 ? `${whole} (${split.join(', ')})` : whole
}

const percent = (share) => (share * 100).toFixed(1)

function mutantFigure({ all, drawn, noticed, share, bounds, ...counts }) {
  const parts = [
    ['by a test', counts.byTest],
    ['since a file no longer loads', counts.atLoad],
    ['by an endless loop', counts.endless],
    ['by an error outside a test', counts.outside],
  ]
  const how = parts.filter(([, count]) => count > 0).map(([part, count]) => `${part} ${number(count)}`)
  const rest = [
    counts.late > 0 && `${number(counts.late)} not judged: a test was late, alone too`,
    `${number(counts.static)} act when a file loads, and ran all its tests`,
  ].filter(Boolean)
  return [
    `Node ${number(noticed)}/${number(drawn)} drawn of ${number(all)}: ${percent(share)} %`,
    `95 % bounds ${bounds.map(percent).join(' to ')} % (${how.join(', ')}); ${rest.join('; ')}`,
  ].join(', ')
}

const ranAt = ({ date, commit, size }) => `${date}, ${commit}, ${size}`

/** @returns [id, what, executed/expected, verdict, seed, duration, when] of each row */
const cells = (row) =>
  row.ran
    ? [
        row.id,
        row.title,
        row.mutants ? mutantFigure(row.mutants) : row.figures.map(figure).join('; '),
        row.met ? 'met' : 'MISSED',
        row.seeds.join(', '),
        `${row.seconds.toFixed(1)} s`,
        ranAt(row.machine),
      ]
    : [row.id, row.title, 'not run', '', '', '', '']

export function plain(rows) {
  return rows
    .map((row) => {
      const [id, title, executed, verdict, seed, duration, when] = cells(row)
      const rest = [verdict, seed && `seed ${seed}`, duration, !row.now && when && `ran ${when}`]
        .filter(Boolean)
        .join(', ')
      const faults = (row.faults ?? []).map((fault) => `\n      ${fault}`).join('')
      return `${id.padEnd(4)} ${title}\n     ${executed}${rest && `  ${rest}`}${faults}`
    })
    .join('\n')
}

export const machineLine = ({ date, commit, node, cores, size }) =>
  `${date}, commit ${commit}, Node ${node}, ${cores} cores, ${size} sizes`

export function markdown(rows, machine) {
  return `# Scoreboard

Written by \`npm run score\`. Executed counts come from the tests as they ran, expected ones from the manifest in
\`.ci/score/rows.mjs\`; a row that was not part of the last run keeps what it came to before, with its date and commit.

Last run: ${machineLine(machine)}

| Row | What | Executed/expected | | Seed | Took | Ran |
| --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${cells(row).join(' | ')} |`).join('\n')}
${rows
  .filter(({ mutants }) => mutants)
  .map(unnoticed)
  .join('')}`
}

const unnoticed = ({ id, faults }) => `
What no test noticed in ${id}:

${faults.map((fault) => `- \`${fault.replaceAll('`', "'")}\``).join('\n')}
`
