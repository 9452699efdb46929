import { operations } from '../../kms/operations/index.ts'
import type { Members, Shape } from '../../kms/shapes.ts'

/** Chance with a seed: the same numbers for the same seed, on every machine (mulberry32). */
export function chances(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    pick: <T>(from: readonly T[]): T => from[below(from.length)] as T,
    bytes: (length: number) => Buffer.from(Array.from({ length }, () => below(256))),
  }
}

type Chances = ReturnType<typeof chances>

/** A request on its way to be spoiled. */
export interface Draft {
  start: string
  headers: Record<string, string>
  body: Buffer
  /** Announce another length than the body has */
  lie?: number
}

const KNOWN: Readonly<Record<string, (keys: readonly string[], c: Chances) => unknown>> = {
  KeyId: (keys, c) => c.pick(keys),
  TargetKeyId: (keys, c) => c.pick(keys),
  DestinationKeyId: (keys, c) => c.pick(keys),
  AliasName: (_, c) => `alias/a${c.below(50)}`,
  ReplicaRegion: () => 'eu-central-1',
  PrimaryRegion: () => 'eu-central-1',
}

function valueOf(name: string, shape: Shape, keys: readonly string[], c: Chances): unknown {
  const known = KNOWN[name]
  if (known) return known(keys, c)
  switch (shape.kind) {
    case 'string':
      return shape.enum ? c.pick(shape.enum) : 'x'.repeat(Math.max(1, shape.min ?? 1))
    case 'blob':
      return c.bytes(Math.max(shape.min ?? 1, 1 + c.below(300))).toString('base64')
    case 'integer':
      return (shape.min ?? 0) + c.below(400)
    case 'double':
      return c.below(1_000) / 7
    case 'boolean':
      return c.below(2) === 0
    case 'timestamp':
      return 1_768_000_000 + c.below(40_000_000)
    case 'list':
      return Array.from({ length: 1 + c.below(3) }, () => valueOf('', shape.member, keys, c))
    case 'map':
      return { [`k${c.below(9)}`]: 'v' }
    case 'structure':
      return inputOf(shape.members, keys, c)
  }
}

const inputOf = (members: Members, keys: readonly string[], c: Chances) =>
  Object.fromEntries(
    Object.entries(members)
      .filter(([, { required }]) => required || c.below(3) === 0)
      .map(([name, { shape }]) => [name, valueOf(name, shape, keys, c)]),
  )

const CRUEL: readonly unknown[] = [
  null, true, -1, 0, 1e308, 2 ** 53 + 2, 0.1, '', 'null', '\ud800', '\u0000', '../../etc/passwd',
  '<script>', '${jndi:x}', [], [[]], {}, { __proto__: 1 }, [null], 'A'.repeat(9_000), '٣', '\u202e', ' ',
] // biome-ignore format: one glance

type Spoil = (draft: Draft, c: Chances) => void

/** Puts other text in the place of the body. */
const body =
  (make: (text: string, c: Chances) => string | Buffer): Spoil =>
  (draft, c) => {
    draft.body = Buffer.from(make(draft.body.toString('utf8'), c) as string)
  }
const member = (change: (value: unknown, c: Chances) => unknown): Spoil =>
  body((text, c) => {
    const input = JSON.parse(text) as Record<string, unknown>
    const name = c.pick([...Object.keys(input), 'KeyId', '__proto__', 'constructor'])
    return JSON.stringify({ ...input, [name]: change(input[name], c) })
  })
const header =
  (name: string, values: readonly (string | undefined)[]): Spoil =>
  (draft, c) => {
    const value = c.pick(values)
    if (value === undefined) delete draft.headers[name]
    else draft.headers[name] = value
  }

/** The ways in which a request is made bad. Some leave it good, which is as well. */
export const spoils: Readonly<Record<string, Spoil>> = {
  'a value of another type': member((_, c) => c.pick(CRUEL)),
  'a value nested deeply': member((value, c) => {
    let deep: unknown = value ?? 1
    for (let i = c.below(400); i > 0; i--) deep = i % 2 ? [deep] : { a: deep }
    return deep
  }),
  'a member named twice': body((text) => text.replace('{', `{"KeyId":"x",${text.slice(1, -1) || '"a":1'},`)),
  'a byte flipped': (draft, c) => {
    if (draft.body.length > 0) draft.body[c.below(draft.body.length)]! ^= 1 << c.below(8)
  },
  'a body cut short': (draft, c) => {
    draft.body = draft.body.subarray(0, c.below(draft.body.length + 1))
  },
  'bytes put in between': (draft, c) => {
    const at = c.below(draft.body.length + 1)
    draft.body = Buffer.concat([
      draft.body.subarray(0, at),
      c.bytes(1 + c.below(40)),
      draft.body.subarray(at),
    ])
  },
  'no JSON at all': body((_, c) =>
    c.pick(['', '[]', '1', '"x"', 'null', '{', '}{', '{"a":}', '\ufeff{}', '{}{}', 'NaN']),
  ),
  'only brackets': body((_, c) => c.pick(['[', '{"a":']).repeat(1 + c.below(20_000))),
  'a huge number': body((text, c) => text.replace(/\d+/, '9'.repeat(1 + c.below(4_000)))),
  'random bytes': (draft, c) => {
    draft.body = c.bytes(c.below(500))
  },
  'another operation': header('X-Amz-Target', [
    undefined, '', 'TrentService.', 'TrentService.Nothing', 'TrentService.constructor', 'TrentService.toString',
    'TrentService.__proto__', 'trentservice.ListKeys', 'LabS3.GetObject', 'AWSEvents.ListRules', 'LabSts.AssumeRole',
    `TrentService.${'A'.repeat(3_000)}`, 'CloudTrail_20131101.LookupEvents', 'LabIam.PutRolePolicy',
  ]), // biome-ignore format: one glance
  'another content type': header('Content-Type', [
    undefined, 'text/plain', 'application/json', 'application/x-www-form-urlencoded', 'application/cbor', ';;;',
    'multipart/form-data; boundary=x',
  ]), // biome-ignore format: one glance
  'another caller': header('Authorization', [
    undefined, '', 'Basic eDp5', 'AWS4-HMAC-SHA256', 'AWS4-HMAC-SHA256 Credential=//////',
    'AWS4-HMAC-SHA256 Credential=999999999999/20260112/eu-west-1/kms/aws4_request',
    'AWS4-HMAC-SHA256 Credential=AppRole~x/20260112/mars-north-1/kms/aws4_request',
    `AWS4-HMAC-SHA256 Credential=${'a'.repeat(2_000)}/20260112/eu-west-1/kms/aws4_request`,
  ]), // biome-ignore format: one glance
  'another host': header('Host', [
    undefined,
    'example.com',
    'kms.eu-west-1.amazonaws.com',
    '127.0.0.1:1',
    '',
  ]),
  'an origin': header('Origin', ['null', 'https://example.com', 'http://127.0.0.1:4173']),
  'another start line': (draft, c) => {
    draft.start = c.pick([
      'GET / HTTP/1.1', 'PUT / HTTP/1.1', 'POST /../../x HTTP/1.1', 'POST /_lab/nothing HTTP/1.1', 'POST / HTTP/9.9',
      'POST /?a=b HTTP/1.1', 'OPTIONS * HTTP/1.1', 'TRACE / HTTP/1.1', 'P\u0000ST / HTTP/1.1', 'POST  / HTTP/1.1',
      'GET /_lab/trail?limit=-1 HTTP/1.1', 'POST /_lab/clock HTTP/1.1', 'POST /_lab/faults HTTP/1.1',
      'POST /_lab/outside HTTP/1.1', 'POST /service/GraniteServiceVersion20100801/operation/DescribeAlarms HTTP/1.1',
    ]) // biome-ignore format: one glance
  },
  'another length': (draft, c) => {
    draft.lie = c.pick([0, -1, 1, 1e15, Number.NaN, Math.max(0, draft.body.length - 3)])
  },
  'a header that is none': (draft, c) => {
    draft.headers[c.pick(['X Y', 'x:y', '\u0001', 'Transfer-Encoding', 'Expect', 'Upgrade', 'X-A\r\nX-B'])] = c.pick([
      'chunked', 'x', '100-continue', 'websocket', '\u0000',
    ]) // biome-ignore format: one glance
  },
}

const NAMES = [...operations.keys()]
const SPOILS = Object.keys(spoils)

/** A request of any operation with as many spoils as chance wants, one at least. */
export function malformed(
  headers: (operation: string) => Record<string, string>,
  keys: readonly string[],
  c: Chances,
): {
  readonly raw: Buffer
  readonly spoilt: readonly string[]
  readonly operation: string
  /** It ends where it says. One that goes on is ended by closing the connection. */
  readonly framed: boolean
} {
  const operation = c.pick(NAMES)
  const input = inputOf(operations.get(operation)?.input ?? {}, keys, c)
  const draft: Draft = {
    start: 'POST / HTTP/1.1',
    headers: headers(operation),
    body: Buffer.from(JSON.stringify(input)),
  }
  const spoilt = Array.from({ length: 1 + c.below(c.below(4) === 0 ? 3 : 1) }, () => c.pick(SPOILS))
  for (const name of spoilt) {
    try {
      spoils[name]?.(draft, c)
    } catch {
      // What an earlier spoil left is no JSON any more.
    }
  }
  const lines = Object.entries(draft.headers).map(([name, value]) => `${name}: ${value}`)
  const length = draft.lie ?? draft.body.length
  const head = [draft.start, ...lines, `Content-Length: ${length}`, 'Connection: close', '', ''].join('\r\n')
  const framed = draft.lie === undefined && !spoilt.includes('a header that is none')
  return { raw: Buffer.concat([Buffer.from(head, 'latin1'), draft.body]), spoilt, operation, framed }
}
