import { fork } from 'node:child_process'
import { once } from 'node:events'
import { median, pairedRatio } from './measure.mjs'

const ROUNDS = 11
const WARM_UPS = 5
const REQUESTS = 1_000

/** Encrypt of 1 KiB at the endpoint beside an echo of the same JSON, from one load generator, in turns. */
export async function endpointShare(endpointFile) {
  const files = { load: beside('load.mjs'), echo: beside('echo.mjs'), endpoint: endpointFile }
  // The build has set NODE_ENV to production here, where the endpoint refuses to start.
  const env = { ...process.env, NODE_ENV: 'test' }
  const start = (file) => fork(file, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const children = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, start(file)]))
  try {
    const hello = {}
    for (const [name, child] of Object.entries(children)) hello[name] = await next(child)
    return await measured(children, hello)
  } finally {
    for (const child of Object.values(children)) child.kill()
  }
}

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
  return {
    body,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'content-length': Buffer.byteLength(body),
      'x-amz-target': 'TrentService.Encrypt',
      'x-amz-date': '20260112T090000Z',
      'user-agent': 'bench',
      authorization:
        'AWS4-HMAC-SHA256 Credential=bench/20260112/eu-west-1/kms/aws4_request, SignedHeaders=host;x-amz-date, Signature=bench',
    },
  }
}

const beside = (name) => new URL(name, import.meta.url)

function ask(child, message) {
  const answer = next(child)
  child.send(message)
  return answer
}

/** @throws Error when the child ends instead of answering */
async function next(child) {
  const stop = new AbortController()
  const ended = once(child, 'exit', { signal: stop.signal }).then(([code]) => {
    throw new Error(`${child.spawnargs.at(-1)} ended with ${code}`)
  })
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: stop.signal }), ended])
    return message
  } finally {
    ended.catch(() => undefined)
    stop.abort()
  }
}
