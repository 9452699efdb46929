import { describe, expect, it } from 'vitest'
import { encodeHex } from '../../bytes/hex.ts'
import { hands } from '../testing/hands.ts'
import { beats } from './beats/index.ts'
import { custodyOf, leaksOf, SECRET_PLACES, secretBytesAt, thingsAt } from './custody.ts'
import { eveKnows } from './eve.ts'
import { openFlow } from './flow-engine.ts'
import { faultless, places, type FlowInputs, type Frame } from './flow-definition.ts'

const seed = new Uint8Array(32).fill(3)

async function frames(change: Partial<FlowInputs>): Promise<Frame[]> {
  const flow = openFlow(hands, seed)
  const all: Frame[] = []
  for (let beat = 1; beat <= beats.length; beat++)
    all.push(await flow.frame(beat, { ...faultless, ...change }))
  return all
}

describe('a secret in the clear', () => {
  it.each([
    {},
    { bytes: 'base64' },
    { bytes: 'short' },
    { bytes: 'other', again: 'same' },
    { closing: 'wrong-hash' },
    { closing: 'key-b' },
    { sending: 'swap-token' },
    { sending: 'yesterday' },
    { again: 'same' },
    { again: 'new', ending: 'none' },
  ] as const satisfies readonly Partial<FlowInputs>[])(
    'is only in your HSM, on the workstation and in the KMS HSM, in every beat: %j',
    async (change) => {
      for (const frame of await frames(change)) {
        expect(leaksOf(frame), `beat ${frame.beat}`).toEqual([])
        for (const { place, secret } of custodyOf(frame)) if (secret) expect(SECRET_PLACES).toContain(place)
      }
    },
  )

  it('is found where it must not be: on the wire as bytes, in the log as hex digits', async () => {
    const frame = (await frames({}))[6] as Frame
    const original = frame.facts.original as Uint8Array<ArrayBuffer>
    const letter = { input: {}, blob: original, token: new Uint8Array(3) }
    expect(leaksOf({ ...frame, facts: { ...frame.facts, letter } })).toEqual([
      'EncryptedKeyMaterial at wire',
      'EncryptedKeyMaterial at api',
    ])
    const [record] = frame.facts.trail
    const spoiled = { ...record, requestParameters: { material: encodeHex(original) } } as never
    expect(leaksOf({ ...frame, facts: { ...frame.facts, trail: [spoiled] } })).toEqual(['record 1 at log'])
  })

  it('is refused to a picture that would draw it anywhere else', () => {
    const bytes = new Uint8Array(32)
    expect(
      places.filter((place) => SECRET_PLACES.has(place)).map((place) => secretBytesAt(place, bytes)),
    ).toEqual([bytes, bytes, bytes])
    for (const place of places)
      if (!SECRET_PLACES.has(place)) expect(() => secretBytesAt(place, bytes)).toThrow(RangeError)
  })

  it('comes and goes with the beats', async () => {
    const holders = (await frames({ again: 'none' })).map((frame) =>
      custodyOf(frame)
        .filter(({ secret }) => secret)
        .map(({ place }) => place)
        .join(' '),
    )
    expect(holders).toEqual([
      '',
      '',
      '',
      'hsm disk',
      'hsm disk',
      'hsm',
      'hsm kms-hsm',
      'hsm kms-hsm',
      'hsm kms-hsm',
      'hsm',
    ])
  })

  it('never has bytes inside KMS: nobody sees them there', async () => {
    for (const frame of await frames({}))
      for (const thing of thingsAt(frame)['kms-hsm']) expect(thing.bytes).toBeUndefined()
  })
})

describe('what Eve knows', () => {
  it('grows with what passes the wire, and never holds the material', async () => {
    const all = await frames({})
    expect(
      all.map((frame) =>
        eveKnows(frame)
          .map(({ id }) => id)
          .join(' '),
      ),
    ).toEqual([
      'nothing',
      'request nothing',
      'request public-key token nothing',
      'request public-key token nothing',
      'request public-key token nothing',
      'request public-key token box nothing',
      ...Array.from({ length: 4 }, () => 'request public-key token box answer nothing'),
    ])
  })

  it('says that a label is over once it is', async () => {
    const flow = openFlow(hands, seed)
    const known = eveKnows(await flow.frame(3, { ...faultless, wait: 'day' }))
    expect(known.find(({ id }) => id === 'token')?.means).toMatch(/over/)
  })
})
