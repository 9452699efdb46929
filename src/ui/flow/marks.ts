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

/** What a beat leaves on the stage, read from what is true after it. */
export function marksOf(beat: number, frame: Frame): Marks {
  const { facts, inputs } = frame
  const { set, answer, key, closed, working, ended, again, now } = facts
  const original: Spot[] = facts.original
    ? [{ place: 'hsm', glyph: 'material', words: ['original'], opens: 'material' }]
    : []
  const opener: Spot[] = set
    ? [{ place: 'kms-hsm', glyph: 'wrapping-private', words: ['the only', 'opener'] }]
    : []
  const empty: Spot = { place: 'key', glyph: 'key-pending-import', words: ['empty'] }
  const look: Spot = {
    place: 'key',
    glyph: key ? keyGlyph(key, now) : 'key-pending-import',
    words: [key && keyState(key) === 'Enabled' ? 'filled' : 'empty'],
  }
  const label: GlyphName = set && now >= set.validTo ? 'token-expired' : 'token'
  switch (beat) {
    case 1:
      return {
        ways: [{ from: 'disk', to: 'api', label: 'CreateKey EXTERNAL', carries: [] }],
        spots: frame.beat === 1 ? [] : [empty],
        ...(facts.probe?.error ? { fault: `Encrypt: ${facts.probe.error.code}` } : {}),
      }
    case 2:
      return {
        ways: [{ from: 'disk', to: 'api', label: 'GetParametersForImport', carries: [] }],
        spots: frame.beat === 2 ? [empty] : [],
      }
    case 3:
      return {
        ways: [{ from: 'api', to: 'disk', carries: ['wrapping-public', label], opens: 'public-key' }],
        spots: [...opener, ...(frame.beat === 3 ? [empty] : [])],
        ...(inputs.wait === 'day' ? { fault: 'waited 24 hours' } : {}),
      }
    case 4:
      return {
        ways: [
          {
            from: 'hsm',
            to: 'disk',
            carries: ['material'],
            opens: 'material',
            ...(frame.beat === 4 ? {} : { label: `${sizeOf(inputs.bytes)} bytes` }),
          },
        ],
        spots: frame.beat === 4 ? [...opener, empty] : [],
        ...(inputs.bytes === 'raw' || inputs.bytes === 'other'
          ? {}
          : { fault: `${sizeOf(inputs.bytes)} bytes` }),
      }
    case 5:
      return {
        ways: [],
        spots:
          frame.beat === 5
            ? [...original, ...opener, empty]
            : [{ place: 'disk', glyph: 'wrapped', opens: 'wrapped' }],
        ...(inputs.closing === 'right' || !closed
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
        spots: frame.beat === 6 ? [...original, ...opener, empty] : [],
        ...(inputs.sending === 'right'
          ? {}
          : { fault: inputs.sending === 'swap-token' ? 'token of key B' : 'a day late' }),
      }
    case 7: {
      const refused = answer?.error ? { refused: true as const } : {}
      if (frame.beat === 7)
        return {
          ways: [],
          spots: [...original, { ...look, words: [answer?.error ? 'still empty' : 'filled'] }],
        }
      return {
        ways: [
          {
            from: 'api',
            to: 'kms-hsm',
            carries: answer?.error ? [] : ['wrapped'],
            opens: 'gates',
            ...refused,
          },
        ],
        spots: [],
        ...(answer?.error ? { fault: answer.error.code } : {}),
      }
    }
    case 8:
      return {
        ways: answer?.error ? [] : [{ from: 'kms-hsm', to: 'key', carries: [] }],
        spots: [
          ...(frame.beat === 8 ? original : []),
          ...(frame.beat > 8
            ? [
                {
                  place: 'key' as const,
                  glyph: answer?.error ? ('key-pending-import' as const) : ('key-enabled-imported' as const),
                },
              ]
            : []),
        ],
      }
    case 9:
      return {
        ways: [{ from: 'api', to: 'log', carries: [], opens: 'log', ...(frame.beat === 9 ? {} : {}) }],
        spots: frame.beat === 9 ? [...original, look] : [],
      }
    default:
      return {
        ways: again
          ? [
              {
                from: 'disk',
                to: 'api',
                carries: ['wrapped', 'token'],
                ...(again.error ? { refused: true as const } : {}),
              },
            ]
          : [],
        spots: [
          ...original,
          ...(ended
            ? [
                {
                  place: 'log' as const,
                  glyph: 'status-time' as const,
                  words: [`row ${ended.event}`],
                  opens: 'log' as const,
                },
              ]
            : []),
        ],
        ...(again?.error ? { fault: again.error.code } : {}),
      }
  }

  function sizeOf(bytes: Frame['inputs']['bytes']): number {
    return working?.length ?? { raw: 32, base64: 45, short: 16, other: 32 }[bytes]
  }
}

/** The answer of KMS as it is drawn back over the stage, while beat 7 is open. */
export const refusalOf = ({
  beat,
  facts,
}: Frame): { readonly code: string; readonly gate: number } | undefined =>
  beat === 7 && facts.answer?.error
    ? { code: facts.answer.error.code, gate: gatesOf(facts.answer).findIndex(({ is }) => is === 'stopped') }
    : undefined
