import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { uuid } from '../kms/uuid.ts'
import type { WireRequest, WireResponse } from '../wire/message.ts'
import { systemEntropy } from '../world/system.ts'
import { Connections, type Connection } from './connections.ts'
import { LIMITS, type Limits } from './limits.ts'
import { readBody } from './read-body.ts'
import { hostRule, refusalOf, type Refusal } from './request-guard.ts'

export interface ServeOptions {
  /** 0 takes any free one */
  readonly port: number
  readonly host?: string
  /** Others than this machine are let in */
  readonly exposed?: boolean
  /** Pages that are not refused for having an Origin. They get no CORS header either. */
  readonly allowedOrigins?: readonly string[]
  readonly limits?: Partial<Limits>
  readonly onBug?: (error: unknown) => void
  /** Done before an answer is sent, for instance what must be on disk by then */
  answered?(): Promise<void>
}

export interface Served {
  readonly port: number
  close(): Promise<void>
}

/** A wire behind node:http: hosts, origins, sizes, times and turns are kept here (T17 to T22). */
export async function serveWire(
  wire: (request: WireRequest) => Promise<WireResponse>,
  {
    port,
    host = '127.0.0.1',
    exposed = false,
    allowedOrigins,
    limits: some,
    onBug = () => {},
    answered = async () => {},
  }: ServeOptions,
): Promise<Served> {
  const limits = { ...LIMITS, ...some }
  const connections = new Connections(limits.connections)
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: Math.min(1_000, limits.headersTimeoutMs),
    keepAliveTimeout: 30_000,
    insecureHTTPParser: false,
  })
  let rules = {
    hosts: hostRule(port, exposed),
    allowedOrigins: new Set(allowedOrigins),
    bodyBytes: limits.bodyBytes,
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    connection: Connection,
  ): Promise<void> {
    const body = await readBody(request, limits.bodyBytes)
    if (body === 'aborted') return
    if (body === 'too large')
      return refuse(response, { status: 413, reason: `A body has at most ${limits.bodyBytes} bytes` })
    connection.working = true
    try {
      const { method = '', url: path = '' } = request
      const reply = await wire({ method, path, headers: request.headers as Record<string, string>, body })
      await answered()
      send(response, reply)
    } catch (error) {
      onBug(error)
      refuse(response, { status: 500, reason: 'The state file cannot be written' })
    } finally {
      connection.working = false
      connection.served++
    }
  }

  function receive(request: IncomingMessage, response: ServerResponse, goOn?: () => void): void {
    const refusal = refusalOf(request, rules)
    if (refusal) return refuse(response, refusal)
    const connection = connections.of(request.socket)
    if (!connection || connection.open >= limits.pipelined) return void request.socket.destroy()
    goOn?.()
    const run = async () => {
      await answer(request, response, connection)
      connection.open--
    }
    connection.turn = connection.open++ === 0 ? run() : connection.turn.then(othersFirst).then(run)
  }

  server.on('connection', (socket: Socket) => connections.add(socket))
  server.on('request', (request, response) => receive(request, response))
  server.on('checkContinue', (request, response) =>
    receive(request, response, () => response.writeContinue()),
  )
  server.on('checkExpectation', (_, response) =>
    refuse(response, { status: 417, reason: 'Expect nothing but 100-continue' }),
  )
  server.on('connect', (_, socket: Socket) => refuseSocket({ code: 'CONNECT' }, socket))
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuseSocket(error, socket))

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, resolve)
  })
  const address = server.address() as AddressInfo
  rules = { ...rules, hosts: hostRule(address.port, exposed) }

  return {
    port: address.port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        connections.destroyAll()
      }),
  }
}

/** One round of the event loop: node reads up to 2 MB of one socket before it looks at the next. */
const othersFirst = () => new Promise<void>((resolve) => void setImmediate(resolve))

function send(response: ServerResponse, { status, headers, body }: WireResponse): void {
  response.writeHead(status, { ...headers, 'content-length': body.length })
  // As text, node puts head and body into one write; latin1 carries each byte as it is.
  response.end(Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1'), 'latin1')
}

/** Whoever is refused has nothing more to say on this connection. */
function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  const body = JSON.stringify({ __type: 'RequestRefused', message: reason })
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.1',
    'content-length': Buffer.byteLength(body),
    'x-amzn-errortype': 'RequestRefused',
    'x-amzn-requestid': uuid(systemEntropy),
    connection: 'close',
  })
  response.end(body)
}

const PARSE_STATUS: Readonly<Record<string, string>> = {
  CONNECT: '405 Method Not Allowed',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

function refuseSocket({ code }: { readonly code?: string | undefined }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = PARSE_STATUS[code ?? ''] ?? '400 Bad Request'
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\nx-amzn-requestid: ${uuid(systemEntropy)}\r\n\r\n`,
  )
}
