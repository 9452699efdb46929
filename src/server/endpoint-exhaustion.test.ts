import type { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stateHash } from '../lab/digest.ts'
import { startEndpoint, type Endpoint } from './endpoint.ts'
import { headersFor, openSocket, rawRequest, sendRaw, statusOf } from './testing/raw-http.ts'

/** The real limits in a tenth of the time. */
const QUICK = { headersTimeoutMs: 500, requestTimeoutMs: 1_500 }

let endpoint: Endpoint
let port: number
let keyId: string
const sockets: Socket[] = []
const bugs: unknown[] = []

beforeEach(async () => {
  endpoint = await startEndpoint({ port: 0, limits: QUICK, onBug: (bug) => bugs.push(bug) })
  port = endpoint.port
  const created = await sendRaw(port, rawRequest(headersFor(port, 'CreateKey'), '{}'))
  keyId = /"KeyId":"([^"]+)"/.exec(created)?.[1] as string
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await endpoint.close()
  expect(bugs).toEqual([])
})

const closing = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))
const hash = () => stateHash(endpoint.cloud.tables.dump())
const open = async () => {
  const socket = await openSocket(port)
  socket.resume()
  sockets.push(socket)
  return socket
}

/** What another client sees meanwhile: an answer, soon. */
async function describeKeyStaysAnswered(): Promise<void> {
  const request = rawRequest(headersFor(port, 'DescribeKey'), JSON.stringify({ KeyId: keyId }))
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    const start = performance.now()
    expect(statusOf(await sendRaw(port, request))).toBe(200)
    times.push(performance.now() - start)
  }
  expect(times.sort((a, b) => a - b)[2]).toBeLessThan(2_000)
}

describe('a client that wants too much (T20)', () => {
  it('may not announce a body of 50 MB', async () => {
    const before = hash()
    const head = rawRequest(headersFor(port, 'CreateKey'), '').replace(
      'Content-Length: 0',
      'Content-Length: 52428800',
    )
    const answer = await sendRaw(port, head)
    expect(statusOf(answer)).toBe(413)
    expect(answer).toMatch(/connection: close/i)
    expect(hash()).toBe(before)
  })

  it('may not send 50 MB in chunks: it is cut off after the first one', async () => {
    const before = hash()
    const socket = await open()
    const closed = closing(socket)
    socket.write(
      rawRequest(headersFor(port, 'CreateKey'), '').replace(
        'Content-Length: 0',
        'Transfer-Encoding: chunked',
      ),
    )
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 0x20), Buffer.from('\r\n')])
    let sent = 0
    while (!socket.destroyed && socket.writable && sent < 50 * 1024 * 1024) {
      sent += chunk.length
      if (!socket.write(chunk))
        await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed])
    }
    await closed
    expect(sent).toBeLessThan(50 * 1024 * 1024)
    expect(hash()).toBe(before)
    await describeKeyStaysAnswered()
  })

  it('may not take longer than the limit for its headers or its body', async () => {
    const before = hash()
    const request = rawRequest(headersFor(port, 'CreateKey'), '{"Description":"slow"}')
    const silent = await open()
    const halfHeader = await open()
    halfHeader.write(request.slice(0, 30))
    const halfBody = await open()
    halfBody.write(request.slice(0, -5))
    const start = performance.now()
    await Promise.all([silent, halfHeader, halfBody].map(closing))
    expect(performance.now() - start).toBeLessThan(30_000)
    expect(hash()).toBe(before)
  })

  it('cannot keep others out with 200 connections that send half a header', async () => {
    for (let i = 0; i < 200; i++) {
      const socket = await open()
      socket.write('POST / HTTP/1.1\r\nHost: ')
    }
    await describeKeyStaysAnswered()
    for (let i = 0; i < 200; i++)
      (await open()).write(rawRequest(headersFor(port, 'CreateKey'), '{}').slice(0, -1))
    await describeKeyStaysAnswered()
  })

  it('cannot crowd others out with ten thousand requests at once', async () => {
    const request = rawRequest(headersFor(port, 'DescribeKey'), JSON.stringify({ KeyId: keyId }))
    const greedy = await open()
    const closed = closing(greedy)
    greedy.write(request.repeat(10_000))
    await describeKeyStaysAnswered()
    await closed
    expect(endpoint.cloud.trail().length).toBeLessThan(200)
  })

  it('gets answers in order when it sends a few at once', async () => {
    const socket = await openSocket(port)
    sockets.push(socket)
    let text = ''
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk
    })
    const create = (Description: string) =>
      rawRequest(headersFor(port, 'CreateKey'), JSON.stringify({ Description }))
    socket.write(['one', 'two', 'three'].map(create).join(''))
    await expect
      .poll(() => [...text.matchAll(/"Description":"(\w+)"/g)].map(([, name]) => name))
      .toEqual(['one', 'two', 'three'])
  })

  it('may not nest JSON deeper than 32 levels, however deep', async () => {
    const before = hash()
    for (const body of [
      '['.repeat(900_000),
      `{"a":${'['.repeat(40)}${']'.repeat(40)}}`,
      `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    ]) {
      const answer = await sendRaw(port, rawRequest(headersFor(port, 'CreateKey'), body))
      expect(statusOf(answer)).toBe(400)
      expect(answer).toContain('SerializationException')
    }
    expect(hash()).toBe(before)
    await describeKeyStaysAnswered()
  })

  it('gets AWS answers, not failures, for values of a hostile size', async () => {
    const big = 'x'.repeat(1_000_000)
    for (const input of [
      { KeyId: big },
      { KeyId: keyId, GrantTokens: Array.from({ length: 100_000 }, () => 'x') },
      { [big]: 1 },
    ]) {
      const answer = await sendRaw(port, rawRequest(headersFor(port, 'DescribeKey'), JSON.stringify(input)))
      expect(answer).toContain('ValidationException')
    }
  })
})
