import { atShare, median } from './measure.mjs'

const share = (value) => `${Math.round(100 * value)} %`
const times = (value) => `${value.toFixed(2)}x`
const us = (value) => `${value < 100 ? value.toFixed(1) : Math.round(value)} µs`
const ms = (value) => `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`
const mebibytes = (value) => `${(value / 2 ** 20).toFixed(1)} MiB`
const perSecond = (value) => `${Math.round(value).toLocaleString('en')}/s`

/** @returns [figure, measured, aim, verdict] for each; without an aim the last two are empty */
export function figureRows(measured) {
  const {
    encryptShare: encrypt,
    callRates,
    manyKeys: many,
    manyRecords: records,
    memory,
    clockJump: jump,
    labClock,
    bootMs,
    file,
    terminal,
    taskCheck,
    flow,
    endpoint,
    bundle,
  } = measured
  return [
    atLeast(
      0.5,
      encrypt.engineShare,
      share,
      'Encrypt of 1 KiB in the engine, as a share of bare WebCrypto',
      `${us(encrypt.engineUs)} against ${us(encrypt.bareUs)}`,
    ),
    noAim(
      'The same through the cloud: queue and trail included',
      `${share(encrypt.cloudShare)} (${us(encrypt.cloudUs)})`,
    ),
    atLeast(
      0.35,
      endpoint.share,
      share,
      'Encrypt at the endpoint, requests a second as a share of a bare node:http JSON echo',
      `${perSecond(endpoint.endpointPerSecond)} against ${perSecond(endpoint.echoPerSecond)}`,
    ),
    noAim(
      "The same by the server's processor time alone",
      `${share(endpoint.cpuShare)} (${us(endpoint.endpointCpuUs)} against ${us(endpoint.echoCpuUs)})`,
    ),
    atMost(1.3, many.encryptRatio, times, 'Encrypt with 10,000 keys against 100', us(many.encryptUs)),
    atMost(1.3, many.describeRatio, times, 'DescribeKey with 10,000 keys against 100', us(many.describeUs)),
    atMost(
      1.3,
      records.encryptRatio,
      times,
      'Encrypt after 100,000 trail records against 1,000',
      us(records.encryptUs),
    ),
    atMost(
      1.3,
      records.lookUpRatio,
      times,
      'LookupEvents, the newest 10 of a name, after 100,000 trail records against 1,000',
      us(records.lookUpUs),
    ),
    noAim(
      'Heap for each key, 10,000 of them with tags and the records of their making',
      `${Math.round(memory.bytesPerKey).toLocaleString('en')} bytes, ${memory.recordsPerKey.toFixed(1)} records among them`,
    ),
    ...callRates.map(({ label, perSecond: rate }) =>
      noAim(`In the browser, one after the other: ${label}`, perSecond(rate)),
    ),
    atMost(300, jump.smallMs, ms, 'A jump of 365 days with 200 due events, 200 keys'),
    atMost(300, jump.largeMs, ms, 'The same with 10,200 keys'),
    atMost(300, labClock, ms, 'The same with 200 keys through the lab: preview, journal and disk included'),
    atMost(3000, bootMs, ms, 'Start from a save of 10,000 keys and 20,000 records in IndexedDB'),
    atMost(3000, file.loadMs, ms, 'The same opened from a file', mebibytes(file.bytes)),
    noAim('The same written to a file', ms(file.saveMs)),
    ...terminalRows(terminal),
    atMost(
      10,
      taskCheck.ms,
      ms,
      'Tasks of a lab judged after an event, in the slowest of all labs',
      taskCheck.code,
    ),
    atLeast(60 - 1, flow.full, perSecond, 'Frames of the import flow while it plays'),
    atLeast(30, flow.throttled, perSecond, `The same with the processor ${flow.throttle} times slower`),
    ...bundleRows(bundle),
  ]
}

const terminalRows = ({ coldMs, warmMs, full, stoppedMs, throttled, throttle }) => [
  noAim('Shell of the terminal, from its tab to a prompt, with an empty cache', ms(median(coldMs))),
  noAim('The same, loaded before', ms(median(warmMs))),
  atMost(
    50,
    atShare(0.95, full),
    ms,
    'aws kms describe-key in the terminal, from Enter to the painted answer, 95 of 100 lines',
    `median ${ms(median(full))}`,
  ),
  atMost(
    300,
    atShare(0.95, throttled),
    ms,
    `The same with the processor ${throttle} times slower`,
    `median ${ms(median(throttled))}`,
  ),
  atMost(
    200,
    Math.max(...stoppedMs),
    ms,
    'From Ctrl+C to the painted end of a line that never ends, the slowest of 15',
    `median ${ms(median(stoppedMs))}`,
  ),
]

/** @returns [operation, connections, requests a second, p50, p99, echo, share] */
export const rateRows = (rates) =>
  rates.map(({ label, connections, perSecond: rate, p50Ms, p99Ms, echoPerSecond }) => [
    label,
    String(connections),
    perSecond(rate),
    ms(p50Ms),
    ms(p99Ms),
    perSecond(echoPerSecond),
    share(rate / echoPerSecond),
  ])

/** The budget's own lines and verdicts. */
function bundleRows(bundle) {
  const [first, lazy] = bundle.figures
  const over = (words) => bundle.faults.some((fault) => words.test(fault))
  return [
    ['Bytes of the first load', first, 'at most 110 KiB', over(/^first load is/) ? 'MISSED' : 'met'],
    [
      'Bytes of each lazy file',
      lazy,
      'at most 70 KiB',
      over(/^assets\/.* is .* KiB, more than/) ? 'MISSED' : 'met',
    ],
  ]
}

const noAim = (figure, measured) => [figure, measured, '', '']
const atLeast = (aim, value, unit, figure, detail) =>
  withAim(`at least ${unit(aim)}`, value >= aim, unit(value), figure, detail)
const atMost = (aim, value, unit, figure, detail) =>
  withAim(`at most ${unit(aim)}`, value <= aim, unit(value), figure, detail)
const withAim = (aim, holds, value, figure, detail) => [
  figure,
  detail ? `${value} (${detail})` : value,
  aim,
  holds ? 'met' : 'MISSED',
]

export const machineLines = ({ date, node, chromium, processor, cores, memoryGiB, load }) => [
  `${date}, Node ${node}, Chromium ${chromium}`,
  `${processor}, ${cores} cores, ${Math.round(memoryGiB)} GiB, load average at the end ${load.toFixed(1)}`,
]

export function plain(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const table = (rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n')

export const markdown = (rows, rates, machine) => `# Figures

Written by \`npm run bench\`. Medians over several rounds; shares and ratios are the median of pairs taken in turns in
one run, so they hold on a busy machine where single times do not. No test depends on them.

${machineLines(machine).join('  \n')}

| Figure | Measured | Aim | |
| --- | --- | --- | --- |
${table(rows)}

## Operations at the endpoint

One load generator over kept connections; the echo answers the same body right afterwards, so a row compares like with
like. \`node:http\` of the load generator takes its share of the two cores too.

| Operation | Connections | Requests | p50 | p99 | Bare echo | Share |
| --- | --- | --- | --- | --- | --- | --- |
${table(rates)}
`
