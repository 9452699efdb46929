import { describe, expect, it } from 'vitest'
import { encodeBase64 } from '../../bytes/base64.ts'
import { decodeUtf8, encodeUtf8 } from '../../bytes/utf8.ts'
import { createCloud } from '../../cloud/cloud.ts'
import { keyState } from '../../kms/key.ts'
import { Tables } from '../../kms/tables.ts'
import { createWire } from '../../wire/handle.ts'
import { virtualClock } from '../../world/clock.ts'
import { seededEntropy } from '../../world/entropy.ts'
import { ACCOUNT, REGION } from '../account-view.ts'
import { hands } from '../testing/hands.ts'
import { explainAgain, explainRefusal } from './explain-refusal.ts'
import { openFlow, type WorldBefore } from './flow-engine.ts'
import { faultless, type FlowInputs } from './flow-definition.ts'
import { gatesOf } from './gates.ts'

const seed = new Uint8Array(32).fill(9)

/** The same request, as the AWS CLI would send it, to the endpoint over the same world. */
async function throughEndpoint(
  { change, now, position }: WorldBefore,
  operation: string,
  input: Readonly<Record<string, unknown>>,
) {
  const cloud = createCloud({
    world: { clock: virtualClock(now), entropy: seededEntropy(seed, position) },
    crypto: hands.crypto,
    tables: new Tables(change),
  })
  const refused = () => {
    throw new TypeError('this test moves no clock')
  }
  const wire = createWire({
    cloud,
    account: ACCOUNT,
    region: REGION,
    control: { advance: refused, reset: refused },
    onBug: (bug) => {
      throw bug
    },
  })
  const body = JSON.stringify(input, (name, value: unknown) =>
    value instanceof Uint8Array ? encodeBase64(value) : name === 'ValidTo' ? (value as number) / 1000 : value,
  )
  const answer = await wire({
    method: 'POST',
    path: '/',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `TrentService.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=lab/20260112/${REGION}/kms/aws4_request, SignedHeaders=host, Signature=00`,
    },
    body: encodeUtf8(body),
  })
  const { __type } = JSON.parse(decodeUtf8(answer.body)) as { readonly __type?: string }
  return __type
}

const faults: readonly (readonly [string, Partial<FlowInputs>, string | undefined, string])[] = [
  ['nothing', {}, undefined, 'passed passed passed'],
  ['SHA-1 on both sides', { hash: 'SHA-1' }, undefined, 'passed passed passed'],
  ['24 hours of waiting', { wait: 'day' }, 'ExpiredImportTokenException', 'stopped not-reached not-reached'],
  ['base64', { bytes: 'base64' }, 'IncorrectKeyMaterialException', 'passed passed stopped'],
  ['16 bytes', { bytes: 'short' }, 'IncorrectKeyMaterialException', 'passed passed stopped'],
  ['other bytes for an empty key', { bytes: 'other' }, undefined, 'passed passed passed'],
  ['the wrong hash', { closing: 'wrong-hash' }, 'InvalidCiphertextException', 'passed stopped not-reached'],
  [
    'the wrong hash the other way',
    { hash: 'SHA-1', closing: 'wrong-hash' },
    'InvalidCiphertextException',
    'passed stopped not-reached',
  ],
  ['one flipped bit', { closing: 'flip-bit' }, 'InvalidCiphertextException', 'passed stopped not-reached'],
  ['the public key of B', { closing: 'key-b' }, 'InvalidCiphertextException', 'passed stopped not-reached'],
  [
    'the token of B',
    { sending: 'swap-token' },
    'InvalidImportTokenException',
    'stopped not-reached not-reached',
  ],
  [
    'yesterday’s pair',
    { sending: 'yesterday' },
    'ExpiredImportTokenException',
    'stopped not-reached not-reached',
  ],
]

describe('a fault changes an input, and the engine finds it', () => {
  it.each(faults)(
    '%s: the diagram and the endpoint give the same answer',
    async (_what, change, code, gates) => {
      const flow = openFlow(hands, seed)
      const frame = await flow.frame(7, { ...faultless, ...change })
      const { answer } = frame.facts
      expect(answer?.error?.code).toBe(code)
      expect(
        gatesOf(answer)
          .map(({ is }) => is)
          .join(' '),
      ).toBe(gates)
      expect(frame.facts.key && keyState(frame.facts.key)).toBe(code ? 'PendingImport' : 'Enabled')
      expect(answer?.record.errorCode).toBe(code)
      expect(explainRefusal(frame) === '').toBe(code === undefined)
      expect(
        await throughEndpoint(flow.before(7), 'ImportKeyMaterial', frame.facts.letter?.input ?? {}),
      ).toBe(code)
    },
  )

  it('Encrypt on the empty key is refused with its state', async () => {
    const flow = openFlow(hands, seed)
    const { facts } = await flow.frame(1, { ...faultless, probe: 'encrypt' })
    expect(facts.probe?.error).toMatchObject({ code: 'KMSInvalidStateException' })
    await flow.frame(2, { ...faultless, probe: 'encrypt' })
    expect(
      await throughEndpoint(flow.before(2), 'Encrypt', {
        KeyId: facts.key?.arn,
        Plaintext: encodeUtf8('visit 7'),
      }),
    ).toBe('KMSInvalidStateException')
  })

  it.each([
    ['same', undefined, 'Enabled'],
    ['other', 'IncorrectKeyMaterialException', 'PendingImport'],
    ['new', undefined, 'PendingImport'],
  ] as const)('after the end, %s bytes: %s, and the key is %s', async (again, code, state) => {
    const flow = openFlow(hands, seed)
    const frame = await flow.frame(10, { ...faultless, again })
    expect(frame.facts.again?.error?.code).toBe(code)
    expect(frame.facts.key && keyState(frame.facts.key)).toBe(state)
    expect(explainAgain(frame)).toMatch(state === 'Enabled' ? /Enabled/ : /not the bytes|waits/)
  })

  it('after other bytes were imported, the original is a stranger to the key', async () => {
    const flow = openFlow(hands, seed)
    const frame = await flow.frame(10, { ...faultless, bytes: 'other', again: 'same' })
    expect(frame.facts.again?.error?.code).toBe('IncorrectKeyMaterialException')
    expect(explainAgain(frame)).toContain('beat 4')
  })

  it('a refused import leaves nothing to end', async () => {
    const flow = openFlow(hands, seed)
    const { facts } = await flow.frame(10, { ...faultless, closing: 'flip-bit', again: 'same' })
    expect(facts.ended).toBeUndefined()
    expect(facts.again).toBeUndefined()
  })
})
