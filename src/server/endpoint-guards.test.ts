import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stateHash } from '../lab/digest.ts'
import { startEndpoint, type Endpoint } from './endpoint.ts'
import { headersFor, rawRequest, sendRaw, statusOf } from './testing/raw-http.ts'

let endpoint: Endpoint
let port: number
const bugs: unknown[] = []

beforeAll(async () => {
  endpoint = await startEndpoint({
    port: 0,
    onBug: (bug) => bugs.push(bug),
    allowedOrigins: ['http://127.0.0.1:4173'],
  })
  port = endpoint.port
  expect(statusOf(await createKey())).toBe(200)
})
afterAll(async () => {
  await endpoint.close()
  expect(bugs).toEqual([])
})

const hash = () => stateHash(endpoint.cloud.tables.dump())
const createKey = (change: Record<string, string> = {}, start?: string) =>
  sendRaw(port, rawRequest({ ...headersFor(port, 'CreateKey'), ...change }, '{}', start))

/** Sends it and asserts that the world did not notice. */
async function refused(request: string | Buffer): Promise<number> {
  const before = hash()
  const answer = await sendRaw(port, request)
  expect(hash()).toBe(before)
  expect(answer.toLowerCase()).not.toContain('access-control-')
  return statusOf(answer)
}
const refusedKey = (change: Record<string, string>, start?: string) =>
  refused(rawRequest({ ...headersFor(port, 'CreateKey'), ...change }, '{}', start))

describe('the Host header (T18)', () => {
  it.each(['127.0.0.1', 'localhost', '[::1]'])('may be %s with the port', async (name) => {
    expect(statusOf(await createKey({ Host: `${name}:${port}` }))).toBe(200)
  })

  it.each([
    ['foreign', () => 'evil.example'],
    ['foreign with the port', () => `evil.example:${port}`],
    ['without the port', () => '127.0.0.1'],
    ['with another port', () => `127.0.0.1:${port + 1}`],
    ['with a trailing dot', () => `localhost.:${port}`],
    ['in capitals', () => `LOCALHOST:${port}`],
    ['IPv4-mapped', () => `[::ffff:127.0.0.1]:${port}`],
    ['another loopback address', () => `127.0.0.2:${port}`],
    ['all addresses', () => `0.0.0.0:${port}`],
    ['the address as one number', () => `2130706433:${port}`],
    ['a short address', () => `127.1:${port}`],
    ['with user information', () => `127.0.0.1:${port}@evil.example`],
    ['behind user information', () => `evil@127.0.0.1:${port}`],
    ['a name that ends like ours', () => `evil.localhost:${port}`],
    ['a list', () => `127.0.0.1:${port}, evil.example`],
    ['empty', () => ''],
  ])('is refused when it is %s', async (_, host) => {
    expect(await refusedKey({ Host: host() })).toBe(421)
  })

  it('is refused when it is missing, given twice, or contradicted by an absolute target', async () => {
    const { Host, ...others } = headersFor(port, 'CreateKey')
    expect(await refused(rawRequest(others, '{}'))).toBe(400)
    expect(await refused(rawRequest({ Host: Host as string, host: 'evil.example', ...others }, '{}'))).toBe(
      400,
    )
    expect(await refused(rawRequest({ Host: Host as string, HOST: Host as string, ...others }, '{}'))).toBe(
      400,
    )
    expect(await refusedKey({}, `POST http://127.0.0.1:${port}/ HTTP/1.1`)).toBe(400)
    expect(await refusedKey({}, 'POST http://evil.example/ HTTP/1.1')).toBe(400)
  })
})

describe('requests of web pages (T17)', () => {
  it.each<[string, Record<string, string>]>([
    ['a foreign origin', { Origin: 'https://evil.example' }],
    ['a null origin', { Origin: 'null' }],
    ['an empty origin', { Origin: '' }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:8080' }],
    ['the own address as origin', { Origin: 'http://127.0.0.1' }],
    ['an allowed origin with a path', { Origin: 'http://127.0.0.1:4173/' }],
    ['a cross-site fetch', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a same-site fetch', { 'Sec-Fetch-Site': 'same-site' }],
    ['a fetch of a kind that does not exist yet', { 'Sec-Fetch-Site': 'somewhere' }],
  ])('are refused: %s', async (_, headers) => {
    expect(await refusedKey(headers)).toBe(403)
    expect(
      await refused(
        rawRequest(
          { ...headers, Host: `127.0.0.1:${port}`, 'Content-Type': 'application/json' },
          '{}',
          'POST /_lab/reset HTTP/1.1',
        ),
      ),
    ).toBe(403)
    expect(
      await refused(rawRequest({ ...headers, Host: `127.0.0.1:${port}` }, '', 'GET /_lab/trail HTTP/1.1')),
    ).toBe(403)
  })

  it('are let in from an origin that is allowed by name, without a CORS header', async () => {
    const answer = await createKey({ Origin: 'http://127.0.0.1:4173', 'Sec-Fetch-Site': 'same-site' })
    expect(statusOf(answer)).toBe(200)
    expect(answer.toLowerCase()).not.toContain('access-control-')
  })

  it('get no preflight, no other method and no other content type', async () => {
    for (const method of ['OPTIONS', 'GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND']) {
      expect([method, await refusedKey({}, `${method} / HTTP/1.1`)]).toEqual([method, 405])
    }
    for (const type of [
      'text/plain',
      'application/json',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      '',
    ]) {
      expect([type, await refusedKey({ 'Content-Type': type })]).toEqual([type, 400])
    }
    expect(
      await refused(
        rawRequest(
          { Host: `127.0.0.1:${port}`, 'Content-Type': 'text/plain' },
          '{}',
          'POST /_lab/reset HTTP/1.1',
        ),
      ),
    ).toBe(415)
  })
})

describe('requests that two parsers could read differently (T21)', () => {
  const head = () =>
    `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/x-amz-json-1.1\r\nX-Amz-Target: TrentService.CreateKey\r\nAuthorization: AWS4-HMAC-SHA256 Credential=lab/20260112/eu-west-1/kms/aws4_request\r\n`
  const malformed: [string, () => string | Buffer][] = [
    [
      'both Content-Length and Transfer-Encoding',
      () => `${head()}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    ],
    [
      'Transfer-Encoding before Content-Length',
      () => `${head()}Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    ],
    ['two lengths', () => `${head()}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
    ['a list of lengths', () => `${head()}Content-Length: 2, 2\r\n\r\n{}`],
    ['a length with a sign', () => `${head()}Content-Length: +2\r\n\r\n{}`],
    ['a length in hex', () => `${head()}Content-Length: 0x2\r\n\r\n{}`],
    ['a negative length', () => `${head()}Content-Length: -1\r\n\r\n{}`],
    ['a length of 30 digits', () => `${head()}Content-Length: ${'9'.repeat(30)}\r\n\r\n{}`],
    [
      'an unknown transfer coding',
      () => `${head()}Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    ],
    ['chunked not last', () => `${head()}Transfer-Encoding: chunked, identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n`],
    ['a space before the colon', () => `${head()}Content-Length : 2\r\n\r\n{}`],
    ['a folded header', () => `${head()}X-A: b\r\n c\r\nContent-Length: 2\r\n\r\n{}`],
    ['a bare line feed', () => `${head().replaceAll('\r\n', '\n')}Content-Length: 2\n\n{}`],
    ['a zero byte in a header', () => `${head()}X-A: a\0b\r\nContent-Length: 2\r\n\r\n{}`],
    ['a header without a name', () => `${head()}: x\r\nContent-Length: 2\r\n\r\n{}`],
    [
      'a chunk length that is no number',
      () => `${head()}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
    ],
    ['a negative chunk length', () => `${head()}Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n`],
    [
      'a chunk that is longer than it says',
      () => `${head()}Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n`,
    ],
    ['HTTP/0.9', () => 'POST /\r\n\r\n'],
    ['HTTP/1.0', () => `${head().replace('HTTP/1.1', 'HTTP/1.0')}Content-Length: 2\r\n\r\n{}`],
    ['HTTP/2 by prior knowledge', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['HTTP/3.7', () => `${head().replace('HTTP/1.1', 'HTTP/3.7')}Content-Length: 2\r\n\r\n{}`],
    ['an unknown method', () => `${head().replace('POST', 'STEAL')}Content-Length: 2\r\n\r\n{}`],
    ['a tunnel', () => `CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`],
    ['an upgrade', () => `${head()}Connection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: 2\r\n\r\n{}`],
    ['a star as target', () => `${head().replace('POST /', 'POST *')}Content-Length: 2\r\n\r\n{}`],
    ['a space in the target', () => `${head().replace('POST /', 'POST / /')}Content-Length: 2\r\n\r\n{}`],
    ['a second type', () => `${head()}Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}`],
    ['a second identity', () => `${head()}Authorization: AWS4-HMAC-SHA256 x\r\nContent-Length: 2\r\n\r\n{}`],
    ['a compressed body', () => `${head()}Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}`],
    ['an expectation nobody knows', () => `${head()}Expect: miracles\r\nContent-Length: 2\r\n\r\n{}`],
    ['TLS on a plain port', () => Buffer.from('16030100c8010000c40303', 'hex')],
    [
      'headers of more than 16 KiB',
      () => `${head()}X-Long: ${'a'.repeat(17_000)}\r\nContent-Length: 2\r\n\r\n{}`,
    ],
    ['ten thousand headers', () => `${head()}${'X-A: b\r\n'.repeat(10_000)}Content-Length: 2\r\n\r\n{}`],
    ['random bytes', () => Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7919 + 13) % 256))],
  ]

  it.each(malformed)('are refused: %s', async (_, request) => {
    const before = hash()
    const answer = await sendRaw(port, request())
    expect(statusOf(answer)).toBeGreaterThanOrEqual(400)
    expect(statusOf(answer)).not.toBe(500)
    expect(hash()).toBe(before)
  })

  it('leave the endpoint answering', async () => {
    expect(statusOf(await createKey())).toBe(200)
  })
})

describe('answers', () => {
  it('carry a request id always, and the error in body and header', async () => {
    const { Host, ...others } = headersFor(port, 'CreateKey')
    for (const request of [
      rawRequest({ Host: Host as string, ...others }, '{}'),
      rawRequest({ Host: 'evil.example', ...others }, '{}'),
      rawRequest({ Host: Host as string, ...others }, '{'),
      'NONSENSE\r\n\r\n',
    ]) {
      expect(await sendRaw(port, request)).toMatch(/x-amzn-requestid: [0-9a-f-]{36}\r\n/i)
    }
    expect(await sendRaw(port, rawRequest({ Host: Host as string, ...others }, '{'))).toMatch(
      /x-amzn-errortype: SerializationException\r\n/i,
    )
  })

  it('let a client that asks first send its body', async () => {
    const answer = await sendRaw(
      port,
      rawRequest({ ...headersFor(port, 'CreateKey'), Expect: '100-continue' }, '{}'),
    )
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n/)
    expect(await refusedKey({ Expect: '100-continue', Host: 'evil.example' })).toBe(421)
  })

  it('do not repeat what the Authorization header said', async () => {
    const secret = 'AKIAQWERTYUIOPASDFGH'
    const Authorization = `AWS4-HMAC-SHA256 Credential=${secret}/20260112/${secret}/kms/aws4_request, Signature=${secret}`
    for (const body of ['{}', '{', '{"KeyId":1}'])
      expect(await createKey({ Authorization }, undefined)).not.toContain(secret + body)
    expect(await createKey({ Authorization })).not.toContain(secret)
    expect(await createKey({ Authorization: `Basic ${secret}` })).toContain(
      'MissingAuthenticationTokenException',
    )
    expect(JSON.stringify(endpoint.cloud.tables.dump())).not.toContain(secret)
  })
})

describe('starting', () => {
  it('listens on this machine only', async () => {
    await expect(startEndpoint({ port: 0, host: '0.0.0.0' })).rejects.toThrow('--i-understand')
    await expect(startEndpoint({ port: 0, host: '::' })).rejects.toThrow('--i-understand')
  })

  it('with --i-understand takes any address with its port as Host, but no name', async () => {
    const exposed = await startEndpoint({ port: 0, host: '0.0.0.0', understood: true })
    const status = async (host: string) =>
      statusOf(
        await sendRaw(
          exposed.port,
          rawRequest({ ...headersFor(exposed.port, 'ListKeys'), Host: host }, '{}'),
        ),
      )
    expect(await status(`192.0.2.7:${exposed.port}`)).toBe(200)
    expect(await status(`[2001:db8::7]:${exposed.port}`)).toBe(200)
    expect(await status(`evil.example:${exposed.port}`)).toBe(421)
    await exposed.close()
  })

  it('refuses to be a production service (T26)', async () => {
    const before = process.env.NODE_ENV
    process.env.NODE_ENV = 'production'
    try {
      await expect(startEndpoint({ port: 0 })).rejects.toThrow('NODE_ENV=production')
    } finally {
      process.env.NODE_ENV = before
    }
  })

  it('says when the port is taken', async () => {
    await expect(startEndpoint({ port })).rejects.toThrow('EADDRINUSE')
  })
})
