import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureInstalled } from './install.mjs'
import { inProject, Mendable, tool } from './project.mjs'
import { runNode } from './run-node.mjs'

// npm test: every check, one line each; the last line says how many passed and failed.
process.env.CI = 'true'
const reports = inProject('test-results')
const total = { passed: 0, failed: 0 }

await step('install', async () => {
  await ensureInstalled()
  return one(true)
})
if (total.failed > 0) end()

const { lockfileFaults } = await import('./lockfile.mjs')
const { format, lint, types } = await import('./static.mjs')
const { findBrowser } = await import('./browser.mjs')
const { ensureBuilt } = await import('./build.mjs')
const { weigh } = await import('./budget.mjs')
const { testPorts } = await import('./ports.mjs')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

await step('lockfile', () => sentences(lockfileFaults()))
await step('types', () => exit(types))
await step('format', async () => {
  const { passed, text } = await exit(format)
  const files = [...text.matchAll(/^(\S+\.\w+)\b.* format ━/gm)].map(([, file]) => file)
  return one(
    passed === 1,
    '',
    files.length > 0 ? `${files.join('\n')}\nnot in the house format: npm run format` : text,
  )
})
await step('lint', () => exit(lint))
await step('unit in Node', () => vitest('node', 1_800_000))
await step('browser', async () => {
  const { executablePath } = await findBrowser()
  return one(true, executablePath ?? "Playwright's Chromium")
})
await step('unit in Chromium', () => vitest('chromium', 900_000))
await step('build', async () => {
  await ensureBuilt(undefined, { force: true })
  return one(true)
})
await step('size', () => {
  const { faults, figures } = weigh()
  return sentences(faults, figures.join('\n    '))
})
await step('journeys', playwright)

end()

function end() {
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed > 0 ? 1 : 0)
}

/** A step that throws, or that ran nothing, has failed. */
async function step(name, run) {
  const begun = performance.now()
  let result
  try {
    result = await run()
  } catch (error) {
    result = one(false, '', error instanceof Mendable ? error.message : error.stack)
  }
  if (result.passed + result.failed === 0)
    result = { ...result, failed: 1, text: `${result.text}\nNo test ran.` }
  total.passed += result.passed
  total.failed += result.failed
  if (result.failed > 0) console.log(withoutPassed(result.text).replaceAll(/^/gm, '    '))
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
  const verdict = result.failed > 0 ? `${result.failed} FAILED, ` : ''
  console.log(
    `${name}: ${verdict}${result.passed} passed, ${seconds} s${result.note ? `\n    ${result.note}` : ''}`,
  )
}

function withoutPassed(text) {
  return text
    .trim()
    .split('\n')
    .filter((line) => !/^\s*✓/.test(line))
    .join('\n')
}

function one(good, note = '', text = '') {
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, note, text }
}

function sentences(faults, note = '') {
  return one(faults.length === 0, note, faults.join('\n'))
}

async function exit(check) {
  const { code, text } = await check({ output: 'capture', limitMs: 300_000 })
  return one(code === 0, '', text)
}

async function vitest(project, limitMs) {
  const report = inProject('test-results', `unit-${project}.json`)
  const { code, text } = await runNode(
    tool('vitest'),
    ['run', '--config', inProject('.ci', 'vitest.config.ts'), '--project', project].concat([
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]),
    { output: 'capture', limitMs, env: { NO_COLOR: '1' } },
  )
  const { numPassedTests = 0, numTotalTests = 0, testResults = [] } = read(report)
  const notRun = testResults
    .flatMap((file) => file.assertionResults.map(({ title }) => title))
    .filter((title) => title.endsWith(' not run'))
  // A file that cannot be loaded holds no test: it counts as one that failed. So does one that was left out.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  const counted = { passed: numPassedTests - notRun.length, failed: numTotalTests - numPassedTests + broken }
  return { ...judged(counted, code, text), note: [...new Set(notRun)].join('\n    ') }
}

async function playwright() {
  const report = inProject('test-results', 'e2e.json')
  const { code, text } = await runNode(
    tool('@playwright/test', 'playwright'),
    ['test', '-c', inProject('e2e', 'playwright.config.ts')],
    {
      output: 'capture',
      limitMs: 2_100_000,
      env: { ...(await testPorts()), LAB_E2E_REPORT: report, NO_COLOR: '1' },
    },
  )
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = read(report).stats ?? {}
  return judged({ passed: expected, failed: unexpected + flaky + skipped }, code, text)
}

/** What the tests' own report says, unless the run as a whole broke in a way that it does not show. */
function judged({ passed, failed }, code, text) {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), text }
}

function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
}
