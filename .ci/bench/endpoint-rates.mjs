import { jsonHeaders } from './json-headers.mjs'
import { ask, withProcesses } from './processes.mjs'

const CONNECTIONS = [1, 8, 32]
const WARM_UP = 100
const REQUESTS = 800
/** Where each request searches two primes */
const SLOW_REQUESTS = 32

/**
 * Requests a second and latencies of several operations at 1, 8 and 32 connections, each beside an echo of the same
 * body right after it.
 */
export const endpointRates = (endpointFile) =>
  withProcesses(endpointFile, async ({ load }, hello) => {
    const rates = []
    for (const { label, operation, body, slow } of hello.endpoint.samples) {
      const job = { body, headers: jsonHeaders(operation, body) }
      const count = slow ? SLOW_REQUESTS : REQUESTS
      const run = async (server, connections, requests) => {
        const answer = await ask(load, { ...job, port: hello[server].port, count: requests, connections })
        if (answer.error) throw new Error(`${label} at ${server}: ${answer.error}`)
        return { ...answer, perSecond: (1000 * requests) / answer.ms }
      }
      for (const connections of CONNECTIONS) {
        await run('endpoint', connections, slow ? connections : WARM_UP)
        const endpoint = await run('endpoint', connections, count)
        await run('echo', connections, WARM_UP)
        const echo = await run('echo', connections, REQUESTS)
        rates.push({ label, connections, ...endpoint, echoPerSecond: echo.perSecond })
      }
    }
    return rates
  })
