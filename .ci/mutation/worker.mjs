import { parentPort, workerData } from 'node:worker_threads'

// One mutant awake, or none to see which tests reach which: a thread of its own each, so that nothing is left of another.
const { module, mutant, hitLimit, plan } = workerData
const reached = (globalThis.__stryker__ = { activeMutant: mutant, hitCount: 0, hitLimit })
const say = (message) => parentPort.postMessage(message)

const { collect, loads, runTest, tests } = await import(module)
for (const { file, only } of plan) {
  try {
    await collect(file, loads[file])
  } catch (error) {
    say({ noticed: 'load', test: file, message: String(error?.message ?? error) })
    process.exit()
  }
  const wanted = only && new Set(only)
  for (const test of tests.filter((each) => each.file === file && (!wanted || wanted.has(each.id)))) {
    const begun = performance.now()
    try {
      await runTest(test, (id) => {
        reached.currentTestId = id
      })
      say({ test: test.id, name: test.name, ms: performance.now() - begun })
    } catch (error) {
      const noticed = reached.hitCount > hitLimit ? 'loop' : 'test'
      say({ noticed, test: test.name, message: String(error?.message ?? error) })
      process.exit()
    }
  }
}
say({ ended: true, ...(mutant === undefined && { coverage: reached.mutantCoverage }) })
