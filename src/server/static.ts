import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { securityHeaders } from './policy.ts'
import { Folder, type Encoding, type StaticFile } from './static-file.ts'

export interface StaticOptions {
  /** The folder of the built app */
  readonly root: string
  /** 0 takes any free one */
  readonly port: number
  readonly host?: string
}

export interface StaticServer {
  readonly port: number
  close(): Promise<void>
}

/** Serves the built app, with the policy of policy.ts on every answer. Reads only, and only below its root. */
export async function createStaticServer({
  root,
  port,
  host = '127.0.0.1',
}: StaticOptions): Promise<StaticServer> {
  const folder = new Folder(root)
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(folder: Folder, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    return refuse(response, 405, 'This server only gives files.')
  }
  const found = await folder.file((request.url ?? '').split('?', 1)[0] as string)
  if (!found) return refuse(response, 404, 'There is no such file.')

  const { name, file } = found
  response.setHeader('content-type', file.type)
  response.setHeader('cache-control', HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.setHeader('etag', file.etag)
  if (file.compressible) response.setHeader('vary', 'accept-encoding')
  if (request.headers['if-none-match'] === file.etag) return void response.writeHead(304).end()

  const encoding = encodingFor(file, request)
  const body = await file.as(encoding)
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding)
  response.writeHead(200, { 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** What the build names after its content never changes under that name. */
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/

function encodingFor(file: StaticFile, request: IncomingMessage): Encoding {
  if (!file.compressible) return 'identity'
  const accepted = String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';', 1)[0]?.trim())
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding)) ?? 'identity'
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${sentence}\n`)
}
