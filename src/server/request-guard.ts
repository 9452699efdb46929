import { isIP } from 'node:net'

/** The part of node:http's request that decides whether it may come in. */
export interface RequestHead {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly httpVersion: string
  readonly rawHeaders: readonly string[]
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

export interface Refusal {
  readonly status: number
  readonly reason: string
}

export interface GuardRules {
  readonly hosts: HostRule
  readonly allowedOrigins: ReadonlySet<string>
  readonly bodyBytes: number
}

export type HostRule = (host: string) => boolean

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Only these names with the right port: a page that rebinds its own name to 127.0.0.1 still sends that name (T18).
 *
 * @param exposed bound on purpose to more than this machine: any address, but no name, which could be rebound
 */
export function hostRule(port: number, exposed: boolean): HostRule {
  const names = new Set(
    LOOPBACK.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])),
  )
  if (!exposed) return (host) => names.has(host)
  const suffix = `:${port}`
  return (host) =>
    names.has(host) ||
    (host.endsWith(suffix) && isIP(host.slice(0, -suffix.length).replace(/^\[(.*)\]$/, '$1')) > 0)
}

const refusal = (status: number, reason: string): Refusal => ({ status, reason })

/**
 * Reasons not to hand a request on: it came from a web page (T17), under another name (T18), or in a form
 * that two parsers could read differently (T21). No answer ever carries a CORS header.
 */
export function refusalOf(
  head: RequestHead,
  { hosts, allowedOrigins, bodyBytes }: GuardRules,
): Refusal | undefined {
  const { headers, method, url = '' } = head
  if (head.httpVersion !== '1.1') return refusal(505, 'Send HTTP/1.1')
  if (hasTwice(head.rawHeaders)) return refusal(400, 'A header that may come once came twice')
  if (!hosts(String(headers.host ?? '')))
    return refusal(421, 'This endpoint answers to 127.0.0.1, localhost and [::1] with its port only')
  if (headers.origin !== undefined && !allowedOrigins.has(String(headers.origin)))
    return refusal(403, 'Web pages may not call this endpoint')
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && headers.origin === undefined)
    return refusal(403, 'Web pages may not call this endpoint')
  if (!url.startsWith('/')) return refusal(400, 'Send the path alone as request target')
  if (method !== 'POST' && !(method === 'GET' && url.startsWith('/_lab/')))
    return refusal(405, 'Send a POST request')
  if (headers.upgrade !== undefined) return refusal(400, 'There is nothing to upgrade to')
  if (headers['content-encoding'] !== undefined) return refusal(415, 'Send the body as it is')

  const coding = headers['transfer-encoding']
  if (coding !== undefined && (coding !== 'chunked' || headers['content-length'] !== undefined)) {
    return refusal(400, 'Send either Content-Length or Transfer-Encoding: chunked')
  }
  if (Number(headers['content-length'] ?? 0) > bodyBytes)
    return refusal(413, `A body has at most ${bodyBytes} bytes`)
  return undefined
}

/** node:http keeps the first of these and drops the others without a word. */
function hasTwice(rawHeaders: readonly string[]): boolean {
  let host = 0
  let contentType = 0
  let authorization = 0
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string
    if (name.length === 4 && name.toLowerCase() === 'host') host++
    else if (name.length === 12 && name.toLowerCase() === 'content-type') contentType++
    else if (name.length === 13 && name.toLowerCase() === 'authorization') authorization++
  }
  return host > 1 || contentType > 1 || authorization > 1
}
