import { format } from 'node:util'
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect'

// What the engine's tests use of Vitest, without its runner: loading that again for each mutant took most of the time.
chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

export const expect = (value, message) => chai.expect(value, message)
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT])
setState({ assertionCalls: 0 }, expect)

/** Tests in the order of their files, each with the hooks around it. */
export const tests = []
let suite = { file: '', path: [], beforeAll: [], beforeEach: [] }

/** Loads a file and keeps its tests. */
export async function collect(file, load) {
  suite = { file, path: [], beforeAll: [], beforeEach: [] }
  await load()
}

export function describe(name, body) {
  const outer = suite
  suite = { file: outer.file, outer, path: [...outer.path, name], beforeAll: [], beforeEach: [] }
  const result = body()
  if (result instanceof Promise) throw new Error('suites are described at once')
  suite = outer
}

export const beforeAll = (hook) => suite.beforeAll.push(once(hook))
export const beforeEach = (hook) => suite.beforeEach.push(hook)

export function it(name, ...rest) {
  const run = rest.find((part) => typeof part === 'function')
  const name_ = [...suite.path, name].join(' ')
  const number = tests.filter(({ file }) => file === suite.file).length
  tests.push({ id: `${suite.file}#${number}`, file: suite.file, name: name_, suite, run })
}

const row = (item) => (Array.isArray(item) ? item : [item])
describe.each = (table) => (name, body) => {
  for (const item of table) describe(format(name, ...row(item)), () => body(...row(item)))
}
it.each =
  (table) =>
  (name, ...rest) => {
    const body = rest.find((part) => typeof part === 'function')
    for (const item of table) it(format(name, ...row(item)), (context) => body(...row(item), context))
  }
it.for =
  (table) =>
  (name, ...rest) => {
    const body = rest.find((part) => typeof part === 'function')
    for (const item of table) it(format(name, ...row(item)), (context) => body(item, context))
  }

function once(hook) {
  let done
  return () => {
    done ??= (async () => hook())()
    return done
  }
}

/**
 * @param during is told whose turn it is; hooks that many tests share are nobody's
 * @throws whatever the test throws
 */
export async function runTest({ id, suite: own, run }, during) {
  const around = []
  for (let at = own; at; at = at.outer) around.unshift(at)
  during(undefined)
  for (const each of around) for (const hook of each.beforeAll) await hook()
  during(id)
  for (const each of around) for (const hook of each.beforeEach) await hook()
  await run({ task: { meta: {} } })
  during(undefined)
}
