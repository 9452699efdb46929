import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as send, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headerPolicy, metaPolicy } from './policy.ts'
import { createStaticServer, type StaticServer } from './static.ts'

const SCRIPT = 'export const answer = 42\n'.repeat(100)
let folder: string
let server: StaticServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-static-'))
  const root = join(folder, 'root')
  await mkdir(join(root, 'assets'), { recursive: true })
  await mkdir(join(root, '.hidden'))
  await writeFile(join(folder, 'secret.txt'), 'outside')
  await writeFile(join(root, '.hidden', 'secret.txt'), 'hidden')
  await writeFile(join(root, '.stamp'), 'hidden')
  await writeFile(join(root, 'index.html'), '<!doctype html><title>Lab</title>')
  await writeFile(join(root, 'assets', 'main-AbCd_12-.js'), SCRIPT)
  await writeFile(join(root, 'assets', 'plain.css'), 'p{}')
  await writeFile(join(root, 'font.woff2'), Buffer.from([0x77, 0x4f, 0x46, 0x32]))
  server = await createStaticServer({ root, port: 0 })
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

interface Reply {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Sends the path as it stands: fetch would tidy it first. */
function ask(path: string, { method = 'GET', headers = {} } = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = send({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
      })
    })
    request.on('error', reject)
    request.end()
  })
}

describe('the static server', () => {
  it('gives the page at the root, to be asked for again each time', async () => {
    const { status, headers, body } = await ask('/?lms=1')
    expect(status).toBe(200)
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    expect(body.toString()).toContain('<title>Lab</title>')
  })

  it('lets a browser keep forever only what is named after its content', async () => {
    const hashed = await ask('/assets/main-AbCd_12-.js')
    expect(hashed.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await ask('/assets/plain.css')).headers['cache-control']).toBe('no-cache')
    expect((await ask('/font.woff2')).headers).toMatchObject({
      'content-type': 'font/woff2',
      'cache-control': 'no-cache',
    })
  })

  it.each(['/', '/assets/main-AbCd_12-.js', '/nothing-here'])('sends the policy with %s', async (path) => {
    const { headers } = await ask(path)
    expect(headers['content-security-policy']).toBe(headerPolicy)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['permissions-policy']).toContain('camera=()')
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/../../secret.txt',
    '//secret.txt',
    '/.stamp',
    '/.hidden/secret.txt',
    '/index.html%00.js',
    '/C:/secret.txt',
    '/%',
    '/assets',
    '/assets/',
    '/missing.js',
  ])('has no file %s', async (path) => {
    const { status, body } = await ask(path)
    expect(status).toBe(404)
    expect(body.toString()).toBe('There is no such file.\n')
  })

  it('answers HEAD without a body and nothing but GET and HEAD', async () => {
    const head = await ask('/assets/main-AbCd_12-.js', { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.headers['content-length']).toBe(String(SCRIPT.length))
    expect(head.body).toHaveLength(0)
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await ask('/', { method })
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
    }
  })

  it('compresses text as the browser accepts it, and leaves fonts alone', async () => {
    const accept = (value: string) => ({ headers: { 'accept-encoding': value } })
    const brotli = await ask('/assets/main-AbCd_12-.js', accept('gzip, deflate, br'))
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT)
    const zipped = await ask('/assets/main-AbCd_12-.js', accept('gzip, br;q=0'))
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(zipped.body).toString()).toBe(SCRIPT)
    expect((await ask('/assets/main-AbCd_12-.js')).body.toString()).toBe(SCRIPT)
    expect((await ask('/font.woff2', accept('br'))).headers['content-encoding']).toBeUndefined()
  })

  it('says 304 to who has the file already, and gives the new one after a change', async () => {
    const { etag } = (await ask('/')).headers
    expect((await ask('/', { headers: { 'if-none-match': etag as string } })).status).toBe(304)
    await writeFile(join(folder, 'root', 'index.html'), '<!doctype html><title>Newer</title>')
    const changed = await ask('/', { headers: { 'if-none-match': etag as string } })
    expect([changed.status, changed.body.toString()]).toEqual([200, '<!doctype html><title>Newer</title>'])
  })
})

describe('the policy', () => {
  it('lets nothing in from elsewhere and nothing inline', () => {
    expect(metaPolicy).not.toMatch(/unsafe|https?:|\*/)
    expect(metaPolicy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(metaPolicy).toContain("require-trusted-types-for 'script'")
  })

  it('forbids framing in the header, the only place where a browser reads it', () => {
    expect(headerPolicy).toBe(`${metaPolicy}; frame-ancestors 'none'`)
    expect(metaPolicy).not.toContain('frame-ancestors')
  })
})
