import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stateHash } from '../lab/digest.ts'
import { hours } from '../world/clock.ts'
import { score, seedOr, sized } from '../world/testing/score.ts'
import { startEndpoint, type Endpoint } from './endpoint.ts'
import { chances, malformed } from './testing/malformed.ts'
import { headersFor, rawRequest, sendRaw, statusOf } from './testing/raw-http.ts'
import { labDoor, pooledRsa } from './testing/real-client.ts'

const TRIALS = sized({ test: 1_000, score: 20_000, full: 1_000_000 })
/** The account is emptied after so many, so that hashing it stays cheap. */
const BATCH = 250
const SECOND = 1_000
/** Nothing that is answered takes so long, on the slowest machine; what hangs never ends. */
const HANGS_MS = 10 * SECOND

let endpoint: Endpoint
const bugs: unknown[] = []

beforeAll(async () => {
  const crypto = pooledRsa()
  // Good requests are among them; making a large RSA pair may take longer than a second.
  for (const bits of [2048, 3072, 4096, 2048, 3072, 4096] as const) await crypto.rsaGenerate(bits)
  endpoint = await startEndpoint({
    port: 0,
    start: Date.UTC(2026, 0, 12, 9),
    crypto,
    limits: { headersTimeoutMs: 700, requestTimeoutMs: 800 },
    onBug: (bug) => bugs.push(bug),
  })
})
afterAll(() => endpoint.close())

/** Sends it and waits for the end of the connection. Closing early can cost the answer, so only what has no end is closed. */
const sent = (raw: Buffer, framed: boolean) =>
  new Promise<string>((resolve) => {
    let answer = ''
    const socket = connect(endpoint.port, '127.0.0.1', () => (framed ? socket.write(raw) : socket.end(raw)))
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => (answer += chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer.replace('HTTP/1.1 100 Continue\r\n\r\n', '')))
  })

/** All state but the records of what was asked: refusals are recorded, as AWS records them. */
const hash = () => stateHash(endpoint.cloud.tables.dump().filter(([table]) => !table.startsWith('trail')))

async function keys(): Promise<string[]> {
  const made: string[] = []
  for (const body of [
    '{}',
    '{"Origin":"EXTERNAL"}',
    '{"KeySpec":"ECC_NIST_P256","KeyUsage":"SIGN_VERIFY"}',
    '{"KeySpec":"HMAC_256","KeyUsage":"GENERATE_VERIFY_MAC"}',
  ]) {
    const answer = await sendRaw(endpoint.port, rawRequest(headersFor(endpoint.port, 'CreateKey'), body))
    made.push(/"KeyId":"([^"]+)"/.exec(answer)?.[1] as string)
  }
  return made
}

it('answers any bytes with an error or the end of the connection, never hangs, and no refusal changes anything', async ({
  task,
}) => {
  const seed = seedOr(20_261_124)
  const c = chances(seed)
  const answers = new Map<number, number>()
  let named: string[] = []
  let before = ''
  let executed = 0
  for (let i = 0; i < TRIALS; i++) {
    if (i % BATCH === 0) {
      await labDoor(endpoint.port, 'reset', {})
      named = await keys()
      before = hash()
    }
    const { raw, spoilt, operation, framed } = malformed((name) => headersFor(endpoint.port, name), named, c)
    const what = `seed ${seed}, request ${i}: ${operation} with ${spoilt.join(' and ')}`
    const begun = performance.now()
    const answer = await sent(raw, framed)
    expect(performance.now() - begun, what).toBeLessThan(HANGS_MS)
    const status = statusOf(answer)
    answers.set(status, (answers.get(status) ?? 0) + 1)
    expect(status === 0 || (status >= 200 && status < 500), `${what}: ${answer.slice(0, 400)}`).toBe(true)
    const after = hash()
    // Nobody can tell where such a request ends: the first part of it may have been a good one.
    if (status === 200 || !framed) {
      // What a good request set going is over before the next one, so that time alone changes nothing there.
      await labDoor(endpoint.port, 'clock', { advanceSeconds: hours(1) / SECOND })
      before = hash()
    } else expect(after, what).toBe(before)
    executed++
  }
  expect(bugs).toEqual([])
  expect(answers.get(400) ?? 0).toBeGreaterThan(TRIALS / 4)
  expect(answers.get(200) ?? 0, 'some stay good').toBeGreaterThan(TRIALS / 100)
  score(task, 'S10', { executed, expected: TRIALS, seed })
}, 3_600_000)
