import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { createCloud, type Cloud } from '../cloud/cloud.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import { Tables } from '../kms/tables.ts'
import { uuid } from '../kms/uuid.ts'
import { documentedRates } from '../kms/rates.ts'
import { Faults } from '../wire/faults.ts'
import { createWire } from '../wire/handle.ts'
import type { WireResponse } from '../wire/message.ts'
import { offsetClock, type Instant } from '../world/clock.ts'
import { systemClock, systemEntropy } from '../world/system.ts'
import { Connections, type Connection } from './connections.ts'
import { LIMITS, type Limits } from './limits.ts'
import { nodeProvider } from './node-provider.ts'
import { pooledEntropy } from './pooled-entropy.ts'
import { readBody } from './read-body.ts'
import { hostRule, refusalOf, type Refusal } from './request-guard.ts'
import { StateFile } from './state-file.ts'

export interface EndpointOptions {
  /** 0 takes any free one */
  readonly port: number
  /** Where to listen; anything but this machine needs `understood` too (T19) */
  readonly host?: string
  readonly understood?: boolean
  readonly account?: string
  readonly region?: string
  readonly stateFile?: string
  /** What the endpoint's clock shows at first; a state file that has a clock goes on with its own */
  readonly start?: Instant
  /** Pages that are not refused for having an Origin. They get no CORS header either. */
  readonly allowedOrigins?: readonly string[]
  readonly limits?: Partial<Limits>
  /** Requests are held to AWS's documented quotas per second */
  readonly throttle?: boolean
  /** Instead of this process's own; tests keep their RSA pairs with it */
  readonly crypto?: CryptoProvider
  readonly onBug?: (error: unknown) => void
}

export interface Endpoint {
  readonly port: number
  readonly cloud: Cloud
  close(): Promise<void>
}

export const DEFAULT_ACCOUNT = '111122223333'
export const DEFAULT_REGION = 'eu-west-1'
const THIS_MACHINE = ['127.0.0.1', '::1', 'localhost']

/** wire.handle behind node:http, for real SDKs and CLIs. It does not authenticate and keeps no real secret (T22, T26). */
export async function startEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { host = '127.0.0.1', account = DEFAULT_ACCOUNT, region = DEFAULT_REGION, onBug = () => {} } = options
  const limits = { ...LIMITS, ...options.limits }
  const exposed = !THIS_MACHINE.includes(host)
  if (process.env.NODE_ENV === 'production')
    throw new Error('This is a training simulation: it does not start with NODE_ENV=production')
  if (exposed && !options.understood)
    throw new Error(`Listening on ${host} lets others in: add --i-understand if you mean it`)

  const start = options.start ?? systemClock.now()
  const clock = offsetClock(systemClock, start)
  const mark = () => ({ at: clock.now(), aheadMs: clock.now() - systemClock.now() })
  const state = options.stateFile === undefined ? undefined : await StateFile.open(options.stateFile, mark)
  if (state?.clock) clock.restore(Math.max(systemClock.now() + state.clock.aheadMs, state.clock.at))

  const tables = new Tables(state?.change)
  if (state) tables.subscribe((change) => state.add(change))
  const faults = new Faults()
  const cloud = createCloud({
    world: { clock, entropy: pooledEntropy(systemEntropy) },
    crypto: options.crypto ?? nodeProvider(),
    tables,
    fault: faults.take,
    rates: options.throttle ? documentedRates() : undefined,
  })
  const control = {
    faults,
    place: { accountId: account, region },
    advance(ms: number) {
      clock.advance(ms)
      state?.add([])
    },
    reset() {
      tables.apply(tables.dump().map(([table, key]) => [table, key, null]))
      clock.restore(options.start ?? systemClock.now())
      state?.add([])
    },
  }
  const wire = createWire({ cloud, account, region, control, onBug })

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
    hosts: hostRule(options.port, exposed),
    allowedOrigins: new Set(options.allowedOrigins),
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
      await state?.flush()
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

  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ port: options.port, host }, resolve)
    })
  } catch (error) {
    await state?.close()
    throw error
  }
  const { port } = server.address() as AddressInfo
  rules = { ...rules, hosts: hostRule(port, exposed) }

  return {
    port,
    cloud,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        connections.destroyAll()
      })
      await cloud.exclusive(() => undefined)
      await state?.close()
    },
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
