import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { stateHash } from '../src/lab/digest.ts'
import { startEndpoint, type Endpoint } from '../src/server/endpoint.ts'
import { forge } from './endpoint-hostile-page.ts'

// A page of somebody else's, open in the same browser, tries to use the endpoint of the person in front of it (T17).

let endpoint: Endpoint
let hostile: Server
let home: string

test.beforeAll(async () => {
  endpoint = await startEndpoint({ port: 0 })
  hostile = createServer((request, response) => {
    const target = /^\/to\/(127\.0\.0\.1|localhost)(\/.*)$/.exec(request.url ?? '')
    if (target) {
      // 307 keeps method and body: the classic way around "only same-origin forms".
      return void response
        .writeHead(307, { location: `http://${target[1]}:${endpoint.port}${target[2]}` })
        .end()
    }
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>You have won</title><body></body>')
  })
  await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve))
  home = `http://127.0.0.1:${(hostile.address() as AddressInfo).port}/`
})
test.afterAll(async () => {
  await endpoint.close()
  hostile.closeAllConnections()
  await new Promise((resolve) => hostile.close(resolve))
})

const hash = () => stateHash(endpoint.cloud.tables.dump())
const createKey = () =>
  fetch(`http://127.0.0.1:${endpoint.port}/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'TrentService.CreateKey',
      authorization:
        'AWS4-HMAC-SHA256 Credential=lab/20260112/eu-west-1/kms/aws4_request, SignedHeaders=host, Signature=00',
    },
    body: '{}',
  })

// From 127.0.0.1 the one is another origin of the same site, the other is another site.
for (const name of ['127.0.0.1', 'localhost']) {
  test(`a page of another origin cannot use the endpoint at ${name}`, async ({ page, context }) => {
    expect((await createKey()).status).toBe(200)
    const before = hash()
    const now = endpoint.cloud.world.clock.now()
    const answered: [string, number][] = []
    context.on('response', (response) => {
      const { port, pathname } = new URL(response.url())
      if (Number(port) === endpoint.port)
        answered.push([`${response.request().method()} ${pathname}`, response.status()])
    })

    await page.goto(home)
    const attempts = await page.evaluate(forge, { name, port: endpoint.port })

    expect(attempts.length).toBeGreaterThanOrEqual(40)
    expect(attempts.filter(({ got }) => got !== undefined)).toEqual([])
    expect(answered.filter(([, status]) => status < 400)).toEqual([])
    await expect.poll(() => answered.length).toBeGreaterThanOrEqual(20)
    expect(hash()).toBe(before)
    // The page asked for a year; the clock goes on by itself while it tries.
    expect(endpoint.cloud.world.clock.now() - now).toBeLessThan(86_400_000)

    // The same request without a browser's headers does go through: what was refused was the page.
    expect((await createKey()).status).toBe(200)
    expect(hash()).not.toBe(before)
  })
}

test('a page that the person opens by typing the address sees health and no more than that page', async ({
  page,
}) => {
  const response = await page.goto(`http://127.0.0.1:${endpoint.port}/_lab/health`)
  expect(response?.status()).toBe(200)
  expect(await response?.text()).toBe('{"status":"ok"}')
})
