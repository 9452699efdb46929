import { describe, expect, it } from 'vitest'
import { keyState } from '../../kms/key.ts'
import { readDer } from '../../bytes/der.ts'
import { days } from '../../world/clock.ts'
import { hands } from '../testing/hands.ts'
import { beats } from './beats/index.ts'
import { openFlow } from './flow-engine.ts'
import { captionOf, faultless, frameOf, type Frame } from './flow-definition.ts'
import { gatesOf } from './gates.ts'

const seed = new Uint8Array(32).fill(7)

async function allFrames(inputs = faultless): Promise<Frame[]> {
  const flow = openFlow(hands, seed)
  const frames: Frame[] = []
  for (let beat = 1; beat <= beats.length; beat++) frames.push(await flow.frame(beat, inputs))
  return frames
}
const state = ({ facts: { key } }: Frame) => key && keyState(key)

describe('the ten beats of an import', () => {
  it('go from an empty key over a filled one to one that waits for its bytes', async () => {
    const frames = await allFrames()
    expect(frames).toHaveLength(10)
    expect(frames.map(state)).toEqual([
      ...Array.from({ length: 6 }, () => 'PendingImport'),
      'Enabled',
      'Enabled',
      'Enabled',
      'PendingImport',
    ])
    expect(frames.map(({ facts: { calls } }) => calls.at(-1)?.operation)).toEqual([
      'CreateKey',
      'CreateKey',
      ...Array.from({ length: 4 }, () => 'GetParametersForImport'),
      'ImportKeyMaterial',
      'DescribeKey',
      'DescribeKey',
      'DescribeKey',
    ])
  })

  it('show values of the engine: sizes, ids and dates agree with its state and its records', async () => {
    const frames = await allFrames()
    const at = (beat: number) => (frames[beat - 1] as Frame).facts
    const value = (beat: number, label: string) =>
      beats[beat - 1]?.values(frames[beat - 1] as Frame).find((one) => one.label === label)?.value

    expect(value(1, 'KeyId')).toBe(at(1).key?.id)
    expect(readDer(at(3).set?.publicKey as never).children).toHaveLength(2)
    expect(value(3, 'Public key')).toBe('422 bytes, DER')
    expect(at(3).set?.validTo).toBe((at(3).set?.issuedAt as number) + days(1))
    expect(value(4, 'wc -c')).toBe('32 material.bin')
    expect(at(5).closed?.blob).toHaveLength(384)
    expect(at(5).closed?.second).not.toEqual(at(5).closed?.blob)
    expect(at(7).answer?.output?.KeyMaterialId).toBe(at(7).key?.materials[0]?.id)
    expect(value(8, 'KeyState')).toBe('Enabled')
    expect(at(8).key?.materials[0]?.validTo).toBe(at(6).letter?.input.ValidTo)
    const record = at(9).answer?.record
    expect(value(9, 'eventName')).toBe('ImportKeyMaterial')
    expect(at(9).trail[(at(9).answer?.event as number) - 1]).toEqual(record)
    expect(value(10, 'eventName')).toBe('DeleteExpiredKeyMaterial')
    expect(at(10).now).toBeGreaterThan(at(6).letter?.input.ValidTo as number)
  })

  it('keep the original in the HSM, and take the working copy from the workstation when it is sent', async () => {
    const frames = await allFrames()
    expect(frames.map(({ facts }) => facts.original?.length)).toEqual([
      undefined,
      undefined,
      undefined,
      ...Array.from({ length: 7 }, () => 32),
    ])
    expect(frames.map(({ facts }) => facts.working?.length)).toEqual([
      undefined,
      undefined,
      undefined,
      32,
      32,
      ...Array.from({ length: 5 }, () => undefined),
    ])
  })

  it('follow the size and hash of beat 2', async () => {
    const flow = openFlow(hands, seed)
    const inputs = { ...faultless, spec: 'RSA_2048', hash: 'SHA-1' } as const
    const frame = await flow.frame(7, inputs)
    expect(frame.facts.set?.publicKey).toHaveLength(294)
    expect(frame.facts.closed?.blob).toHaveLength(256)
    expect(frame.facts.answer?.error).toBeUndefined()
    expect(gatesOf(frame.facts.answer).map(({ is }) => is)).toEqual(['passed', 'passed', 'passed'])
  })

  it('without a date keep the material for a year, until a call deletes it', async () => {
    const flow = openFlow(hands, seed)
    const frame = await flow.frame(10, { ...faultless, ending: 'none' })
    expect(frame.facts.ended?.by).toBe('hand')
    expect(frame.facts.calls.at(-1)).toMatchObject({ operation: 'DeleteImportedKeyMaterial' })
    expect(frame.facts.now - (frame.facts.ended?.from as number)).toBeGreaterThanOrEqual(days(365))
    expect(frame.facts.trail.map(({ eventName }) => eventName)).not.toContain('DeleteExpiredKeyMaterial')
  })

  it('are played once: going back shows the same frame, and only beats behind a change are played again', async () => {
    const flow = openFlow(hands, seed)
    await flow.frame(7)
    const third = (await flow.frame(3)).facts
    const faulty = await flow.frame(7, { ...faultless, closing: 'flip-bit' })
    expect((await flow.frame(3)).facts).toBe(third)
    expect(faulty.facts.set).toBe(third.set)
    expect(faulty.facts.original).toEqual((await flow.frame(7)).facts.original)
    expect(faulty.facts.trail).toHaveLength((await flow.frame(7)).facts.trail.length)
  })

  it('stay as they were: a later frame still tells what each beat before it did', async () => {
    const last = await openFlow(hands, seed).frame(10)
    expect(last.past.map(({ beat }) => beat)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(state(last)).toBe('PendingImport')
    expect(state(frameOf(last, 8))).toBe('Enabled')
    expect(beats[7]?.moved(frameOf(last, 8))).toContain('Enabled')
    expect(frameOf(last, 4).facts.working).toHaveLength(32)
  })

  it('know one place, a title, a caption and sources each, and there are no more than ten', async () => {
    const frames = await allFrames()
    expect(new Set(beats.map(({ id }) => id)).size).toBe(10)
    for (const [i, beat] of beats.entries()) {
      expect(beat.claims.length, beat.id).toBeGreaterThan(0)
      for (const text of [captionOf(beat, frames[i] as Frame), beat.moved(frames[i] as Frame)])
        expect(text, beat.id).toMatch(/\.$|\?$/)
    }
    const inputs = beats.flatMap(({ controls }) => controls.map(({ input }) => input))
    expect([...inputs].sort()).toEqual(Object.keys(faultless).sort())
    for (const { input, choices } of beats.flatMap(({ controls }) => controls))
      expect(choices[0]?.value).toBe(faultless[input])
  })
})
