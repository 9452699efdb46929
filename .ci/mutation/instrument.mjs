import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { inProject } from '../project.mjs'

const SILENT = { debug() {}, info() {}, isDebugEnabled: () => false }
const ENGINE = 'src/kms'
/** Slow proofs, which are no help in finding a mutant: one is random, the others run all that the rest runs. */
const LEFT_OUT = /\/(histories|time-zones)\.test\.ts$|\.vectors\.test\.ts$/

const inEngine = readdirSync(inProject(ENGINE), { recursive: true })
  .map((path) => `${ENGINE}/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts'))
  .sort()

export const testFiles = inEngine.filter((path) => path.endsWith('.test.ts') && !LEFT_OUT.test(path))

const mutated = inEngine.filter(
  (path) => !path.endsWith('.test.ts') && !path.includes('/testing/') && !path.includes('/fixtures/'),
)

/** Of the engine and all its tests. */
export function sourceDigest() {
  const hash = createHash('sha256')
  for (const path of inEngine) hash.update(path).update(readFileSync(inProject(path)))
  return hash.digest('hex').slice(0, 16)
}

/** Every mutant that Stryker's own instrumenter makes of the engine. */
export async function allMutants() {
  const { mutants } = await instrument(mutated.map((name) => ({ name, mutate: true })))
  return mutants
}

/**
 * The engine with these mutants in place, each asleep until its id is named. Only they are placed, and what lies
 * within them: a switch at every place of the code makes all of it slow.
 *
 * @returns sources by path, and the mutants with their ids
 */
export async function placed(wanted) {
  const files = mutated.map((name) => ({
    name,
    mutate: wanted.filter(({ file }) => file === name).map(({ range }) => range),
  }))
  const { sources, mutants } = await instrument(files)
  const byKey = new Map(mutants.map((mutant) => [mutant.key, mutant]))
  return { sources, mutants: wanted.map(({ key }) => byKey.get(key)) }
}

async function instrument(asked) {
  const core = createRequire(createRequire(import.meta.url).resolve('@stryker-mutator/core'))
  const { Instrumenter } = await import(pathToFileURL(core.resolve('@stryker-mutator/instrumenter')).href)
  const files = asked.map((file) => ({ ...file, content: readFileSync(inProject(file.name), 'utf8') }))
  const options = { plugins: null, excludedMutations: [], ignorers: [] }
  const instrumented = await new Instrumenter(SILENT).instrument(files, options)
  const contents = new Map(files.map(({ name, content }) => [name, content]))
  return {
    sources: new Map(instrumented.files.map(({ name, content }) => [name, content])),
    mutants: instrumented.mutants.map((mutant) => described(mutant, contents.get(mutant.fileName))),
  }
}

/** Where a mutant is and what it changes, with lines from 1, and a key that no other has. */
function described(
  { id, fileName: file, location: { start, end }, mutatorName: mutator, replacement },
  content,
) {
  const place = `${file}:${start.line + 1}:${start.column + 1}`
  const lines = content.split('\n').slice(start.line, end.line + 1)
  lines.push(lines.pop().slice(0, end.column))
  const original = lines.join('\n').slice(start.column)
  const key = `${place}-${end.line + 1}:${end.column + 1} ${mutator} ${replacement}`
  return { id, file, place, range: { start, end }, mutator, original, replacement, key }
}
