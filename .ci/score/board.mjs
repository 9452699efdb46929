const NAMES = { node: 'Node', chromium: 'Chromium' }
const number = (value) => value.toLocaleString('en')

function figure({ project, executed, expected, parts }) {
  const split = Object.entries(parts).map(([part, count]) => `${part} ${number(count)}`)
  const whole = `${NAMES[project] ?? project} ${number(executed)}/${number(expected)}`
  return split.length > 0 ? `${whole} (${split.join(', ')})` : whole
}

/** @returns [id, what, executed/expected, verdict, seed, duration] of each row */
const cells = (row) =>
  row.ran
    ? [
        row.id,
        row.title,
        row.figures.map(figure).join('; '),
        row.met ? 'met' : 'MISSED',
        row.seeds.join(', '),
        `${row.seconds.toFixed(1)} s`,
      ]
    : [row.id, row.title, 'not run', '', '', '']

export function plain(rows) {
  return rows
    .map((row) => {
      const [id, title, executed, verdict, seed, duration] = cells(row)
      const rest = [verdict, seed && `seed ${seed}`, duration].filter(Boolean).join(', ')
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
\`.ci/score/rows.mjs\`; a row that was not part of the last run says "not run".

${machineLine(machine)}

| Row | What | Executed/expected | | Seed | Took |
| --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${cells(row).join(' | ')} |`).join('\n')}
`
}
