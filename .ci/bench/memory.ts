import { makeKeys, openCloud } from './account.ts'

const KEYS = 10_000

/** Started with --expose-gc, as a process of its own: how much the heap grew with 10,000 keys and their records. */
const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined)
const heap = () => {
  collect()
  return process.memoryUsage().heapUsed
}

const { cloud, call } = openCloud()
await makeKeys(call, 100)
const before = { heap: heap(), records: cloud.trail().length }
await makeKeys(call, KEYS, 100)
const grown = heap() - before.heap
process.send?.({ bytesPerKey: grown / KEYS, recordsPerKey: (cloud.trail().length - before.records) / KEYS })
