import { jsonHeaders } from './json-headers.mjs'
import { median, pairedRatio } from './measure.mjs'
import { ask, withProcesses } from './processes.mjs'

const ROUNDS = 11
const WARM_UPS = 5
const REQUESTS = 1_000

/** Encrypt of 1 KiB at the endpoint beside an echo of the same JSON, from one load generator, in turns. */
export const endpointShare = (endpointFile) => withProcesses(endpointFile, measured)

async function measured({ load, ...servers }, hello) {
  const job = { ...encryptRequest(hello.endpoint.keyId), count: REQUESTS }
  const cost = { echo: [], endpoint: [] }
  const cpu = { echo: [], endpoint: [] }
  for (let round = -WARM_UPS; round < ROUNDS; round++) {
    for (const [name, server] of Object.entries(servers)) {
      const { cpuMs: before } = await ask(server, {})
      const { ms, error } = await ask(load, { ...job, port: hello[name].port })
      if (error) throw new Error(`${name}: ${error}`)
      const { cpuMs: after } = await ask(server, {})
      if (round < 0) continue
      cost[name].push(ms / REQUESTS)
      cpu[name].push((after - before) / REQUESTS)
    }
  }
  return {
    share: pairedRatio(cost.echo, cost.endpoint),
    cpuShare: pairedRatio(cpu.echo, cpu.endpoint),
    echoPerSecond: 1000 / median(cost.echo),
    endpointPerSecond: 1000 / median(cost.endpoint),
    echoCpuUs: 1000 * median(cpu.echo),
    endpointCpuUs: 1000 * median(cpu.endpoint),
  }
}

function encryptRequest(KeyId) {
  const Plaintext = Buffer.alloc(1024, 'a').toString('base64')
  const body = JSON.stringify({ KeyId, Plaintext, EncryptionContext: { purpose: 'payroll' } })
  return { body, headers: jsonHeaders('Encrypt', body) }
}
