import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { findBrowser } from './browser.mjs'
import { ensureInstalled } from './install.mjs'
import { judgeMutants } from './mutation/judge.mjs'
import { command, flag, giveUp, inProject, root, say, tool } from './project.mjs'
import { runNode } from './run-node.mjs'
import { machineLine, markdown, plain } from './score/board.mjs'
import { rows } from './score/rows.mjs'
import { judge, notRun, tally } from './score/tally.mjs'

// npm run score [-- S5 S7] [--full] [--seed N] [--sample N]: runs the rows' tests, prints the board and writes
// docs/score.md and .json. A row that is not run keeps what it came to before.
const REPORTS = inProject('.cache', 'score')
const HOURS_2 = 7_200_000

await command(async () => {
  await ensureInstalled()
  const args = process.argv.slice(2)
  const full = args.includes('--full')
  const seed = flag('--seed', args) ?? String(Date.now() % 2 ** 31)
  const named = args.filter((arg) => /^S\d+$/i.test(arg)).map((arg) => arg.toUpperCase())
  const unknown = named.filter((id) => !rows.some((row) => row.id === id))
  if (unknown.length > 0)
    giveUp(`There is no row ${unknown.join(', ')}; there are ${rows.map(({ id }) => id).join(', ')}.`)
  mkdirSync(REPORTS, { recursive: true })

  const machine = {
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    node: process.versions.node,
    cores: cpus().length,
    size: full ? 'full' : 'usual',
  }
  const before = earlier()
  const board = []
  for (const row of rows) {
    const wanted = named.length > 0 ? named.includes(row.id) : !row.onlyNamed
    if (!wanted) board.push({ ...(before.get(row.id) ?? notRun(row)), now: false })
    else {
      const env = { LAB_SCORE: full ? 'full' : 'score', LAB_SCORE_SEED: seed }
      const result = row.mutants ? await runMutants(row, { full, seed, args }) : await run(row, { full, env })
      board.push({ ...result, now: true, machine })
    }
  }

  process.stdout.write(`${machineLine(machine)}\n\n${plain(board)}\n`)
  writeFileSync(inProject('docs', 'score.md'), markdown(board, machine))
  writeFileSync(
    inProject('docs', 'score.json'),
    `${JSON.stringify({ ...machine, rows: board.map((row) => ({ ...row, now: undefined })) }, null, 2)}\n`,
  )
  return board.some(({ now, met }) => now && !met) ? 1 : 0
})

/** The rows of the board as it was, each with the machine it ran on. */
function earlier() {
  const file = inProject('docs', 'score.json')
  if (!existsSync(file)) return new Map()
  const { rows: ran, ...machine } = JSON.parse(readFileSync(file, 'utf8'))
  return new Map(ran.filter((row) => row.ran).map((row) => [row.id, { machine, ...row }]))
}

async function runMutants(row, { full, seed, args }) {
  const { mutationSample } = await import('./mutation/sample.mjs')
  const begun = performance.now()
  const count = Number(flag('--sample', args) ?? row.mutants(full))
  const sample = await mutationSample({ count, seed })
  return judgeMutants(row, sample, seed, (performance.now() - begun) / 1_000)
}

async function run(row, { full, env }) {
  const begun = performance.now()
  const byProject = {}
  for (const [project, files] of Object.entries(row.files)) {
    say(`${row.id} in ${project} ...`)
    if (project === 'chromium' && !(await hasBrowser())) continue
    const report = `${REPORTS}/${row.id}-${project}.json`
    rmSync(report, { force: true })
    const { code, text } = await runNode(
      tool('vitest'),
      [
        'run',
        '--config',
        inProject('.ci', 'vitest.config.ts'),
        '--project',
        project,
        '--reporter=json',
      ].concat(`--outputFile=${report}`, files),
      { output: 'capture', limitMs: HOURS_2, env: { ...env, NO_COLOR: '1' } },
    )
    if (!existsSync(report)) {
      say(text)
      continue
    }
    byProject[project] = tally(JSON.parse(readFileSync(report, 'utf8')), row)
    // The run as a whole can break where no test does, for instance by an error that nobody awaited.
    if (code !== 0 && byProject[project].failed === 0) byProject[project].failed = 1
  }
  return judge(row, row.expected(full), byProject, (performance.now() - begun) / 1_000)
}

async function hasBrowser() {
  try {
    await findBrowser()
    return true
  } catch (error) {
    say(error.message)
    return false
  }
}

function commit() {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
  try {
    const changed = git('status', '--porcelain', '--', 'src', '.ci') !== ''
    return `${git('rev-parse', '--short', 'HEAD')}${changed ? ' with changes' : ''}`
  } catch {
    return 'unknown'
  }
}
