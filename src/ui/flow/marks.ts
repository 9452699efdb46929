import { closingHash } from '../../course/flow/beats/close-the-box.ts'
import { gatesOf } from '../../course/flow/gates.ts'
import type { Frame, Place } from '../../course/flow/flow-definition.ts'
import { keyState } from '../../kms/key.ts'
import type { GlyphName } from '../glyphs/glyph.tsx'
import { keyGlyph } from '../key-look.ts'
import type { Inspected } from './inspected.ts'

/** An arrow between two places and what travels on it: shapes, so that no meaning rests on colour. */
export interface Way {
  readonly from: Place
  readonly to: Place
  readonly label?: string
  readonly carries: readonly GlyphName[]
  readonly refused?: true
  readonly opens?: Inspected
  /** Ends before what lies at its end */
  readonly short?: true
}

/** Something that lies at a place. */
export interface Spot {
  readonly place: Place
  readonly glyph: GlyphName
  /** One or two short lines, shown while the beat is open */
  readonly words?: readonly string[]
  readonly opens?: Inspected
}

export interface Marks {
  readonly ways: readonly Way[]
  readonly spots: readonly Spot[]
  /** What was set here that is not right, in a few words */
  readonly fault?: string
}

/**
 * What a beat leaves on the stage.
 *
 * @param frame of this beat: what was true after it
 * @param open whether it is the one that is looked at
 */
export function marksOf(frame: Frame, open: boolean): Marks {
  const { facts, inputs } = frame
  const { set, answer, key, working, ended, again, now } = facts
  const original: Spot = { place: 'hsm', glyph: 'material', words: ['original'], opens: 'material' }
  const opener: Spot = { place: 'kms-hsm', glyph: 'wrapping-private', words: ['the only', 'opener'] }
  const empty: Spot = { place: 'key', glyph: 'key-pending-import', words: ['empty'] }
  const look: Spot = {
    place: 'key',
    glyph: key ? keyGlyph(key, now) : 'key-pending-import',
    words: [key && keyState(key) === 'Enabled' ? 'filled' : 'empty'],
  }
  const label: GlyphName = set && now >= set.validTo ? 'token-expired' : 'token'
  const whenOpen = (...spots: readonly Spot[]) => (open ? spots : [])
  switch (frame.beat) {
    case 1:
      return {
        ways: [{ from: 'disk', to: 'api', label: 'CreateKey EXTERNAL', carries: [] }],
        spots: open ? [] : [empty],
        ...(facts.probe?.error ? { fault: `Encrypt: ${facts.probe.error.code}` } : {}),
      }
    case 2:
      return {
        ways: [{ from: 'disk', to: 'api', label: 'GetParametersForImport', carries: [], opens: 'request' }],
        spots: whenOpen(empty),
      }
    case 3:
      return {
        ways: [{ from: 'api', to: 'disk', carries: ['wrapping-public', label], opens: 'public-key' }],
        spots: [opener, ...whenOpen(empty)],
        ...(inputs.wait === 'day' ? { fault: 'waited 24 hours' } : {}),
      }
    case 4: {
      const size = `${working?.length} bytes`
      const right = working?.length === 32
      const way: Way = { from: 'hsm', to: 'disk', carries: ['material'], opens: 'material' }
      return {
        ways: [open || !right ? way : { ...way, label: size }],
        spots: whenOpen(opener, empty),
        ...(right ? {} : { fault: size }),
      }
    }
    case 5:
      return {
        ways: [],
        spots: open ? [original, opener, empty] : [{ place: 'disk', glyph: 'wrapped', opens: 'wrapped' }],
        ...(inputs.closing === 'right'
          ? {}
          : {
              fault: {
                'wrong-hash': `closed with ${closingHash(inputs)}`,
                'flip-bit': 'one bit flipped',
                'key-b': 'closed for key B',
              }[inputs.closing],
            }),
      }
    case 6:
      return {
        ways: [{ from: 'disk', to: 'api', carries: ['wrapped', label], opens: 'wrapped' }],
        spots: whenOpen(original, opener, empty),
        ...(inputs.sending === 'right'
          ? {}
          : { fault: inputs.sending === 'swap-token' ? 'token of key B' : 'a day late' }),
      }
    case 7: {
      if (open)
        return {
          ways: [],
          spots: answer?.error
            ? [
                original,
                { ...empty, words: ['still', 'empty'] },
                { place: 'log', glyph: 'record', words: [`row ${answer.event}`], opens: 'log' },
              ]
            : [original, look],
        }
      const way: Way = { from: 'api', to: 'kms-hsm', carries: ['wrapped'], opens: 'gates' }
      return answer?.error
        ? { ways: [{ ...way, carries: [], refused: true }], spots: [], fault: answer.error.code }
        : { ways: [way], spots: [] }
    }
    case 8:
      return {
        ways: answer?.error
          ? []
          : [{ from: 'kms-hsm', to: 'key', carries: [], ...(open ? {} : { short: true }) }],
        spots: open ? [original] : [look],
      }
    case 9:
      return {
        ways: [{ from: 'api', to: 'log', carries: [], opens: 'log' }],
        spots: whenOpen(original, look),
      }
    default: {
      const way: Way = { from: 'disk', to: 'api', carries: ['wrapped', 'token'] }
      return {
        ways: again ? [again.error ? { ...way, refused: true } : way] : [],
        spots: [
          original,
          ...(ended
            ? [{ place: 'log', glyph: 'status-time', words: [`row ${ended.event}`], opens: 'log' } as const]
            : []),
        ],
        ...(again?.error ? { fault: again.error.code } : {}),
      }
    }
  }
}

/** The answer of KMS as it is drawn back over the stage, while beat 7 is open. */
export const refusalOf = ({
  beat,
  facts,
}: Frame): { readonly code: string; readonly gate: number } | undefined =>
  beat === 7 && facts.answer?.error
    ? {
        code: facts.answer.error.code,
        gate: gatesOf(facts.answer).findIndex(({ is }) => is === 'stopped'),
      }
    : undefined
