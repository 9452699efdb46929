import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { inProject, say } from '../project.mjs'
import { bundle } from './bundle.mjs'
import { allMutants, placed, sourceDigest, testFiles } from './instrument.mjs'
import { runTests } from './threads.mjs'

const MINUTE = 60_000
const LOOP = 100
/** They take seconds, and differ from RSA_2048 by their size alone. */
const LARGE = /^(CreateKey with material of its own|data key pairs) RSA_(3072|4096)/

/**
 * As many of the mutants as wanted, each as likely as any other. The order comes from the seed and the key alone, so
 * that a larger draw holds the smaller one, and a change to one file leaves the draw in the others as it was.
 */
export function draw(mutants, count, seed) {
  const place = ({ key }) => createHash('sha256').update(`${seed} ${key}`).digest('hex')
  return mutants
    .map((mutant) => [place(mutant), mutant])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, count)
    .map(([, mutant]) => mutant)
}

/** Runs each test file once with all mutants asleep, and keeps what it reaches: when it loads, and in each test. */
async function baseline(module) {
  const files = new Map()
  for (const file of testFiles) {
    const { ended, passed, coverage, by, message } = await runTests({ module, plan: [{ file }] }, 5 * MINUTE)
    if (ended !== 'all passed')
      throw new Error(`${by ?? file} fails without any mutant (${ended}): ${message}`)
    const tests = passed.filter(({ name }) => !LARGE.test(name))
    files.set(file, { tests, coverage: coverage ?? { static: {}, perTest: {} } })
  }
  return files
}

/** Which tests can notice a mutant, the quick ones first, and how often they reach it. */
function planFor({ id }, files) {
  let hits = 0
  let isStatic = false
  const plan = []
  for (const [file, { tests, coverage }] of files) {
    const loaded = coverage.static[id] ?? 0
    const reaching = tests.filter((test) => coverage.perTest[test.test]?.[id])
    hits += loaded + reaching.reduce((sum, { test }) => sum + coverage.perTest[test][id], 0)
    if (loaded > 0) isStatic = true
    const chosen = loaded > 0 ? tests : reaching
    if (chosen.length === 0) continue
    const ms = chosen.reduce((sum, test) => sum + test.ms, 0)
    plan.push({
      file,
      only: chosen.map(({ test }) => test),
      count: chosen.length,
      reaching: reaching.length,
      ms,
    })
  }
  plan.sort((a, b) => Number(b.reaching > 0) - Number(a.reaching > 0) || a.ms - b.ms)
  return { plan, hits, isStatic, tests: plan.reduce((sum, { count }) => sum + count, 0) }
}

/**
 * @param count how many to draw
 * @param seed of the draw
 * @param threads at once
 * @returns the mutants that were drawn, each with how it ended; and how many there are in all, and tests
 */
export async function mutationSample({ count, seed, threads = 2 }) {
  say('Placing the mutants ...')
  const all = await allMutants()
  const { sources, mutants: drawn } = await placed(draw(all, count, seed))
  const module = await bundle(sources)
  say('Running the tests without any ...')
  const files = await baseline(module)
  const testCount = [...files.values()].reduce((sum, { tests }) => sum + tests.length, 0)
  say(`${drawn.length} of ${all.length} mutants, ${testCount} tests`)

  const results = resultsSoFar()
  const judge = async (mutant, silenceMs) => {
    const { plan, hits, isStatic, tests } = planFor(mutant, files)
    const job = { module, mutant: mutant.id, hitLimit: hits * LOOP, plan }
    const { passed, ...result } =
      plan.length === 0 ? { ended: 'not reached', passed: [] } : await runTests(job, silenceMs)
    // Every test that can notice it must have run before it is said to survive.
    if (result.ended === 'all passed' && passed.length !== tests)
      throw new Error(`${mutant.key}: ${passed.length} of ${tests} tests ran`)
    results.keep(mutant.key, { ...mutant, isStatic, tests, ...result })
  }
  const waiting = drawn.filter(({ key }) => !results.get(key))
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await judge(next, 2 * MINUTE)
      if (waiting.length % 10 === 0) say(`${waiting.length} to go`)
    }
  }
  await Promise.all(Array.from({ length: threads }, work))
  // A thread that was only late gets the machine, and more time, once more.
  for (const mutant of drawn) if (results.get(mutant.key).ended === 'late') await judge(mutant, 5 * MINUTE)

  return { all: all.length, tests: testCount, mutants: drawn.map(({ key }) => results.get(key)) }
}

/** A run that was broken off goes on where it was, as long as engine and tests are the same to the byte. */
function resultsSoFar() {
  const file = inProject('.cache', 'mutation', `results-${sourceDigest()}.jsonl`)
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  const results = new Map(lines.filter(Boolean).map((line) => JSON.parse(line)))
  return {
    get: (key) => results.get(key),
    keep(key, result) {
      results.set(key, result)
      appendFileSync(file, `${JSON.stringify([key, result])}\n`)
    },
  }
}
