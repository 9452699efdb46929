import { beforeEach, describe, expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts'
import { createCloud, type Cloud } from '../cloud/cloud.ts'
import { KmsError, type KmsErrorCode } from '../kms/errors.ts'
import { Tables } from '../kms/tables.ts'
import { START, testCrypto } from '../kms/testing/account.ts'
import { hours, virtualClock } from '../world/clock.ts'
import { seededEntropy } from '../world/entropy.ts'
import { createWire } from './handle.ts'
import type { WireRequest } from './message.ts'

const authorization = (accessKeyId = 'lab', region = 'eu-west-1', service = 'kms') =>
  `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260112/${region}/${service}/aws4_request, SignedHeaders=host, Signature=00`

let cloud: Cloud
let bugs: unknown[]
let clock: ReturnType<typeof virtualClock>
let wire: ReturnType<typeof createWire>

beforeEach(() => {
  clock = virtualClock(START)
  bugs = []
  cloud = createCloud({
    world: { clock, entropy: seededEntropy(new Uint8Array(32)) },
    crypto: testCrypto(),
    tables: new Tables(),
  })
  const control = {
    advance: (ms: number) => clock.advance(ms),
    reset() {
      cloud.tables.apply(cloud.tables.dump().map(([table, key]) => [table, key, null]))
      clock.restore(START)
    },
  }
  wire = createWire({
    cloud,
    account: '111122223333',
    region: 'eu-west-1',
    control,
    onBug: (bug) => bugs.push(bug),
  })
})

const request = (target: string, body: string, headers: Record<string, string> = {}): WireRequest => ({
  method: 'POST',
  path: '/',
  headers: {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `TrentService.${target}`,
    authorization: authorization(),
    ...headers,
  },
  body: encodeUtf8(body),
})

async function send(wireRequest: WireRequest) {
  const { status, headers, body } = await wire(wireRequest)
  return { status, headers, body: decodeUtf8(body) }
}
const call = (target: string, body: string, headers?: Record<string, string>) =>
  send(request(target, body, headers))
const errorOf = async (answer: ReturnType<typeof send>) => {
  const { status, headers, body } = await answer
  const { __type: name, message } = JSON.parse(body) as { __type: string; message: string }
  expect(headers['x-amzn-errortype']).toBe(name)
  return [status, name, message]
}

async function createKey(
  input = '{}',
  headers?: Record<string, string>,
): Promise<{ KeyId: string; Arn: string }> {
  const { body } = await call('CreateKey', input, headers)
  return (JSON.parse(body) as { KeyMetadata: { KeyId: string; Arn: string } }).KeyMetadata
}

describe('requests and replies, byte for byte (F-501, F-502)', () => {
  it('answers ListKeys of an empty account', async () => {
    const reply = await call('ListKeys', '{}')
    expect(reply.status).toBe(200)
    expect(reply.body).toBe('{"Keys":[],"Truncated":false}')
    expect(reply.headers).toEqual({
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-requestid': expect.stringMatching(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      ) as string,
    })
  })

  it('answers CreateKey with instants as seconds', async () => {
    const { body } = await call('CreateKey', '{"Description":"payroll \\u00e4"}')
    const { KeyId } = (JSON.parse(body) as { KeyMetadata: { KeyId: string } }).KeyMetadata
    expect(body).toContain(
      `"AWSAccountId":"111122223333","KeyId":"${KeyId}","Arn":"arn:aws:kms:eu-west-1:111122223333:key/${KeyId}","CreationDate":1768208400,`,
    )
    expect(body).toContain('"Description":"payroll ä"')
    expect(body).not.toContain('null')
  })

  it('answers operations without an output shape with status 200 and no body', async () => {
    const { KeyId } = await createKey()
    for (const [target, input] of [
      ['CreateAlias', `{"AliasName":"alias/payroll","TargetKeyId":"${KeyId}"}`],
      ['UpdateKeyDescription', `{"KeyId":"${KeyId}","Description":"x"}`],
      ['DisableKey', `{"KeyId":"${KeyId}"}`],
      ['EnableKey', `{"KeyId":"${KeyId}"}`],
      ['TagResource', `{"KeyId":"${KeyId}","Tags":[{"TagKey":"a","TagValue":"b"}]}`],
    ] as const) {
      expect([target, await call(target, input)]).toMatchObject([target, { status: 200, body: '' }])
    }
  })

  it('encrypts what base64 says and gives the same base64 back', async () => {
    const { KeyId, Arn } = await createKey()
    const encrypted = JSON.parse(
      (await call('Encrypt', `{"KeyId":"${KeyId}","Plaintext":"cGF5cm9sbA=="}`)).body,
    ) as { CiphertextBlob: string }
    const { body } = await call('Decrypt', JSON.stringify({ CiphertextBlob: encrypted.CiphertextBlob }))
    expect(JSON.parse(body)).toEqual({
      KeyId: Arn,
      Plaintext: 'cGF5cm9sbA==',
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      KeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
  })

  it('takes an empty body for an input without members', async () => {
    expect((await call('ListKeys', '')).status).toBe(200)
  })
})

describe('refusals (F-503, F-504)', () => {
  it('writes name and message, and an empty message as ""', async () => {
    const { KeyId } = await createKey()
    const { CiphertextBlob } = JSON.parse(
      (await call('Encrypt', `{"KeyId":"${KeyId}","Plaintext":"AAAA"}`)).body,
    ) as { CiphertextBlob: string }
    const reply = await call('Decrypt', JSON.stringify({ CiphertextBlob, EncryptionContext: { a: 'b' } }))
    expect(reply).toMatchObject({ status: 400, body: '{"__type":"InvalidCiphertextException","message":""}' })
    expect(reply.headers['x-amzn-errortype']).toBe('InvalidCiphertextException')
  })

  it.each([
    ['an unknown operation', () => call('StealKey', '{}'), [400, 'UnknownOperationException', '']],
    [
      'another service',
      () => call('ListKeys', '{}', { 'x-amz-target': 'DynamoDB_20120810.ListTables' }),
      [400, 'UnknownOperationException', ''],
    ],
    ['a name that every object has', () => call('constructor', '{}'), [400, 'UnknownOperationException', '']],
    [
      'another path',
      () => send({ ...request('ListKeys', '{}'), path: '/keys' }),
      [404, 'UnknownOperationException', ''],
    ],
    [
      'another method',
      () => send({ ...request('ListKeys', '{}'), method: 'PUT' }),
      [405, 'UnknownOperationException', 'Send a POST request'],
    ],
    [
      'another content type',
      () => call('ListKeys', '{}', { 'content-type': 'application/json' }),
      [400, 'UnknownOperationException', 'Send Content-Type: application/x-amz-json-1.1'],
    ],
    [
      'nobody',
      () => call('ListKeys', '{}', { authorization: '' }),
      [400, 'MissingAuthenticationTokenException', 'Missing Authentication Token'],
    ],
    [
      'no JSON',
      () => call('ListKeys', '{'),
      [400, 'SerializationException', 'The request body is not valid JSON'],
    ],
    [
      'a wrong type',
      () => call('ListKeys', '{"Limit":"5"}'),
      [400, 'SerializationException', 'STRING_VALUE can not be converted to an Integer'],
    ],
    [
      'a bad value',
      () => call('ListKeys', '{"Limit":0}'),
      [
        400,
        'ValidationException',
        "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
      ],
    ],
  ] as const)('refuses %s', async (_, answer, expected) => expect(await errorOf(answer())).toEqual(expected))

  it.each<[KmsErrorCode, number]>([
    ['NotFoundException', 400],
    ['AccessDeniedException', 400],
    ['DisabledException', 400],
    ['KMSInternalException', 500],
    ['DependencyTimeoutException', 500],
    ['KeyUnavailableException', 500],
  ])('answers %s with status %i', async (code, status) => {
    cloud.call = () =>
      Promise.resolve({ ok: false, requestId: 'r', error: new KmsError(code, 'why'), events: [] })
    expect(await errorOf(call('ListKeys', '{}'))).toEqual([status, code, 'why'])
  })

  it('tells its owner about a bug, and the client only that there was one', async () => {
    const bug = new TypeError('secret detail')
    cloud.call = () => Promise.reject(bug)
    const reply = await call('ListKeys', '{}')
    expect(reply.status).toBe(500)
    expect(reply.body).toContain('KMSInternalException')
    expect(reply.body).not.toContain('secret detail')
    expect(bugs).toEqual([bug])
  })

  it('leaves no record of a request that never reached the engine', async () => {
    for (const [target, body] of [
      ['StealKey', '{}'],
      ['CreateKey', '{'],
      ['CreateKey', '{"Description":1}'],
    ] as const)
      await call(target, body)
    expect(cloud.tables.dump()).toEqual([])
  })
})

describe('the caller', () => {
  it('is root of the default account in the Region of the credential scope', async () => {
    expect((await createKey()).Arn).toContain(':eu-west-1:111122223333:')
    expect(
      (await createKey('{}', { authorization: authorization('AKIAIOSFODNN7EXAMPLE', 'ap-south-1') })).Arn,
    ).toContain(':ap-south-1:111122223333:')
    expect(cloud.trail().at(-1)?.userIdentity).toEqual({
      type: 'Root',
      principalId: '111122223333',
      arn: 'arn:aws:iam::111122223333:root',
      accountId: '111122223333',
    })
  })

  it('is root of the account whose number is the access key id', async () => {
    expect((await createKey('{}', { authorization: authorization('444455556666') })).Arn).toContain(
      ':444455556666:',
    )
  })

  it.each(['cn-north-1', 'us-gov-west-1', 'mars-north-1', 'us-iso-east-1', '..', ''])(
    'is in the default Region when the scope says %j',
    async (region) => {
      expect((await createKey('{}', { authorization: authorization('lab', region) })).Arn).toContain(
        ':eu-west-1:',
      )
    },
  )

  it('never leaves its credentials in the records', async () => {
    await createKey('{}', {
      authorization: authorization('AKIAQWERTYUIOPASDFGH'),
      'user-agent': 'aws-cli/2.0',
    })
    expect(JSON.stringify(cloud.trail())).not.toContain('AKIAQWERTYUIOPASDFGH')
    expect(cloud.trail().at(-1)).toMatchObject({ userAgent: 'aws-cli/2.0', sourceIPAddress: '127.0.0.1' })
  })
})

describe('STS', () => {
  const form = (body: string, headers: Record<string, string> = {}) =>
    send({
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        authorization: authorization('444455556666', 'eu-west-1', 'sts'),
        ...headers,
      },
      body: encodeUtf8(body),
    })

  it('answers in XML who calls', async () => {
    const { status, headers, body } = await form('Action=GetCallerIdentity&Version=2011-06-15')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/xml')
    expect(body).toContain(
      '<Arn>arn:aws:iam::444455556666:root</Arn><UserId>444455556666</UserId><Account>444455556666</Account>',
    )
  })

  it('gives a session of a role that trusts the account, whose calls are the role’s', async () => {
    const assume = (role: string) =>
      form(`Action=AssumeRole&RoleSessionName=ben&RoleArn=arn:aws:iam::444455556666:role/${role}`)
    const { status, body } = await assume('AppRole')
    expect(status).toBe(200)
    expect(body).toContain('<Arn>arn:aws:sts::444455556666:assumed-role/AppRole/ben</Arn>')
    const given = (name: string) => new RegExp(`<${name}>(.+?)</${name}>`).exec(body)?.[1] ?? ''
    expect(given('AccessKeyId')).toMatch(/^LABSESSION[0-9A-F]{10}$/)
    expect(await assume('NoSuchRole')).toMatchObject({ status: 403 })
    const asSession = (token: string) =>
      form('Action=GetCallerIdentity', {
        authorization: authorization(given('AccessKeyId'), 'eu-west-1', 'sts'),
        'x-amz-security-token': token,
      })
    expect((await asSession(given('SessionToken'))).body).toContain(
      '<Arn>arn:aws:sts::444455556666:assumed-role/AppRole/ben</Arn>',
    )
    expect(await asSession('another')).toMatchObject({
      status: 403,
      body: expect.stringContaining('<Code>InvalidClientTokenId</Code>') as string,
    })
    clock.advance(hours(1))
    expect(await asSession(given('SessionToken'))).toMatchObject({
      status: 403,
      body: expect.stringContaining('<Code>ExpiredToken</Code>') as string,
    })
    expect(
      await call('ListKeys', '{}', {
        authorization: authorization(given('AccessKeyId')),
        'x-amz-security-token': given('SessionToken'),
      }),
    ).toMatchObject({ status: 400, body: expect.stringContaining('ExpiredTokenException') as string })
  })

  it('takes the name of a role as access key id for a session of it', async () => {
    expect(
      (
        await form('Action=GetCallerIdentity', {
          authorization: authorization('AppRole~ben', 'eu-west-1', 'sts'),
        })
      ).body,
    ).toContain('<Arn>arn:aws:sts::111122223333:assumed-role/AppRole/ben</Arn>')
  })

  it('knows no other action and nobody without a signature', async () => {
    expect(await form('Action=GetSessionToken')).toMatchObject({
      status: 400,
      body: expect.stringContaining('<Code>InvalidAction</Code>') as string,
    })
    expect(await form('Action=GetCallerIdentity', { authorization: '' })).toMatchObject({ status: 403 })
  })
})

describe('the control door', () => {
  const get = (path: string) => send({ method: 'GET', path, headers: {}, body: encodeUtf8('') })
  const post = (path: string, body: string, type = 'application/json') =>
    send({ method: 'POST', path, headers: { 'content-type': type }, body: encodeUtf8(body) })

  it('says that it is well and what time it is', async () => {
    expect(await get('/_lab/health')).toMatchObject({ status: 200, body: '{"status":"ok"}' })
    expect(await get('/_lab/clock')).toMatchObject({ status: 200, body: '{"now":1768208400}' })
  })

  it('moves the clock, and what is due happens', async () => {
    const { KeyId } = await createKey()
    await call('ScheduleKeyDeletion', `{"KeyId":"${KeyId}","PendingWindowInDays":7}`)
    expect((await post('/_lab/clock', `{"advanceSeconds":${7 * 86_400 + 1}}`)).body).toBe(
      '{"now":1768813201}',
    )
    const { events } = JSON.parse((await get('/_lab/trail?limit=1')).body) as {
      events: { eventName: string }[]
    }
    expect(events.map(({ eventName }) => eventName)).toEqual(['DeleteKey'])
    expect(await errorOf(call('DescribeKey', `{"KeyId":"${KeyId}"}`))).toEqual([
      400,
      'NotFoundException',
      `Key 'arn:aws:kms:eu-west-1:111122223333:key/${KeyId}' does not exist`,
    ])
  })

  it('lets a Region fail as a teaching model, and names the keys that lost their material', async () => {
    expect(await post('/_lab/region-failure', '{"region":"eu-west-1"}')).toMatchObject({
      status: 200,
      body: '{"region":"eu-west-1","emptied":[]}',
    })
    expect(await post('/_lab/region-failure', '{"region":"mars"}')).toMatchObject({ status: 400 })
  })

  it('empties the account and sets the clock back', async () => {
    await createKey()
    await post('/_lab/clock', '{"advanceSeconds":5}')
    expect(await post('/_lab/reset', '')).toMatchObject({ status: 200, body: '{"now":1768208400}' })
    expect(cloud.tables.dump()).toEqual([])
    expect((await call('ListKeys', '{}')).body).toBe('{"Keys":[],"Truncated":false}')
  })

  it('shows the newest records last', async () => {
    await createKey()
    await call('ListKeys', '{}')
    const names = async (query: string) =>
      (JSON.parse((await get(`/_lab/trail${query}`)).body) as { events: { eventName: string }[] }).events.map(
        ({ eventName }) => eventName,
      )
    expect(await names('')).toEqual(['CreateKey', 'ListKeys'])
    expect(await names('?limit=1')).toEqual(['ListKeys'])
    expect(await names('?limit=0')).toEqual([])
  })

  it.each([
    ['time that runs backwards', () => post('/_lab/clock', '{"advanceSeconds":-1}'), 400],
    ['time as text', () => post('/_lab/clock', '{"advanceSeconds":"1"}'), 400],
    ['no time', () => post('/_lab/clock', '{}'), 400],
    ['a million years', () => post('/_lab/clock', '{"advanceSeconds":31557600000000}'), 400],
    ['no JSON', () => post('/_lab/clock', '{'), 400],
    ['a form', () => post('/_lab/reset', '', 'application/x-www-form-urlencoded'), 415],
    ['a reset by GET', () => get('/_lab/reset'), 404],
    ['a limit that is no number', () => get('/_lab/trail?limit=all'), 400],
    ['anything else', () => get('/_lab/'), 404],
  ] as const)('refuses %s', async (_, answer, status) => {
    expect((await answer()).status).toBe(status)
    expect(bugs).toEqual([])
  })
})
