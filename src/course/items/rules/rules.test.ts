import { describe, expect, it } from 'vitest'
import type { ChoiceItem, Item } from '../../item-definition.ts'
import { hands } from '../../testing/hands.ts'
import { aq04 } from '../availability/aq04.ts'
import { aq05 } from '../availability/aq05.ts'
import { items } from '../index.ts'
import { rq07 } from '../rotation/rq07.ts'
import { rq12 } from '../rotation/rq12.ts'
import { rq14 } from '../rotation/rq14.ts'
import { iq12 } from '../workflow/iq12.ts'
import { itemRules } from './index.ts'

type Option = ChoiceItem['options'][number]
type Broken = readonly [what: string, bank: readonly Item[], names: RegExp]

const withOption = (item: ChoiceItem, id: string, change: (option: Option) => Option): ChoiceItem => ({
  ...item,
  options: item.options.map((option) => (option.id === id ? change(option) : option)),
})
const without = (test: (item: Item) => boolean) => items.filter((item) => !test(item))
const slot = (text: string, value: string): Item => ({
  ...withOption(iq12, '16', (option) => ({ ...option, text })),
  slots: (draw) => ({ key: 'K2', n: draw.whole(1, 500) === 7 ? value : '16 bytes of it.' }),
})

const broken: Readonly<Record<string, readonly Broken[]>> = {
  place: [
    ['an item twice', [...items, iq12], /^IQ12 is there twice$/],
    ['a name of another metric', [{ ...iq12, id: 'RQ12' }], /^RQ12 is no name for import-workflow$/],
    ['a competency of another metric', [{ ...iq12, competency: 'ROT-1' }], /^IQ12 asks for ROT-1/],
  ],
  'one-key': [
    [
      'no right option',
      [withOption(iq12, '32', ({ id, text, because }) => ({ id, text, because, misconception: 'M-33' }))],
      /^IQ12 has 0 right options/,
    ],
    [
      'a second right option',
      [withOption(iq12, '16', ({ id, text, because }) => ({ id, text, because, correct: true }))],
      /^IQ12 has 2 right options where 1/,
    ],
    ['two options alone', [{ ...iq12, options: iq12.options.slice(0, 2) }], /^IQ12 offers 2 options$/],
    ['a number that the stem does not say', [{ ...rq14, stem: 'Which ones?' }], /^RQ14 does not say/],
    ['a step twice', [{ ...rq12, steps: [...rq12.steps.slice(1), ...rq12.steps.slice(1, 2)] }], /twice$/],
    ['a pair without its partner', [{ ...aq04, right: aq04.right.slice(1) }], /^AQ04 has no partner for/],
  ],
  slots: [
    [
      'two options alike in one drawing of 500',
      [slot('{n}', '32 bytes.')],
      /^IQ12 offers twice: 32 bytes\.$/,
    ],
    [
      'two options alike',
      [withOption(iq12, '16', (one) => ({ ...one, text: '64 bytes.' }))],
      /^IQ12 offers twice/,
    ],
  ],
  reasons: [
    [
      'an option without a reason',
      [withOption(iq12, '44', (one) => ({ ...one, because: '' }))],
      /^IQ12 .* 44$/,
    ],
    [
      'a step without a reason',
      [{ ...rq12, steps: rq12.steps.map((step) => ({ ...step, because: '' })) }],
      /^RQ12 gives no reason for/,
    ],
    [
      'a slip without a reason',
      [{ ...rq07, slips: rq07.slips.map((slip) => ({ ...slip, because: '' })) }],
      /^RQ07 gives no reason for the slip/,
    ],
  ],
  tags: [
    [
      'a belief that nobody knows',
      [withOption(iq12, '16', (one) => ({ ...one, misconception: 'M-99' as 'M-33' }))],
      /^IQ12 names the unknown belief M-99$/,
    ],
    [
      'a wrong option without a tag',
      [withOption(iq12, '16', ({ id, text, because }) => ({ id, text, because }))],
      /^IQ12 has no tag on 16$/,
    ],
    [
      'a belief on the right option',
      [withOption(iq12, '32', (one) => ({ ...one, misconception: 'M-33' }))],
      /^IQ12 has a belief on the right option 32$/,
    ],
    [
      'a slip that is the right order',
      [
        {
          ...rq12,
          slips: rq12.slips.map((slip) => ({
            ...slip,
            first: rq12.steps[0]?.id ?? '',
            later: rq12.steps[1]?.id ?? '',
          })),
        },
      ],
      /^RQ12 takes .* for a slip/,
    ],
    [
      'a slip that is a right pair',
      [
        {
          ...aq04,
          slips: aq04.slips.map((slip) => ({
            ...slip,
            left: aq04.left[0]?.id ?? '',
            right: aq04.left[0]?.right ?? '',
          })),
        },
      ],
      /^AQ04 takes .* for a slip/,
    ],
  ],
  sources: [
    ['nothing', [{ ...iq12, rests: [] }], /^IQ12 rests on nothing$/],
    ['an unknown page', [{ ...iq12, rests: [['F-311', 'nowhere' as 'cloudtrail']] }], /^IQ12 rests on F-311/],
    ['no day', [{ ...iq12, checked: '2026-13-40' }], /^IQ12 was read on no day/],
  ],
  length: [
    [
      'a long right answer',
      [withOption(iq12, '32', (one) => ({ ...one, text: '32 bytes, raw.' }))],
      /1\.56 times/,
    ],
    [
      'a long text in one drawing of 500',
      [slot('{n}', 'Sixteen bytes of it, or so.')],
      /^IQ12 has an option/,
    ],
  ],
  clues: [
    [
      'all of the above',
      [withOption(iq12, '64', (one) => ({ ...one, text: 'All of the above.' }))],
      /^IQ12 speaks of the other options in 64$/,
    ],
    ['one absolute word', [withOption(iq12, '64', (one) => ({ ...one, text: 'Never 64.' }))], /in 64 alone$/],
  ],
  wording: [
    ['hype', [{ ...iq12, explains: 'You just count.' }], /^IQ12 says "just"/],
    ['shouting', [withOption(iq12, '64', (one) => ({ ...one, because: 'No!' }))], /^IQ12 says "!"/],
    ['a brace that no slot closes', [{ ...iq12, stem: 'How long is {key?' }], /^IQ12 leaves a slot open/],
    ['an open backtick', [{ ...iq12, stem: 'How long is `file?' }], /^IQ12 leaves a backtick open/],
    [
      'a long sentence',
      [{ ...iq12, stem: `${'word '.repeat(31)}?` }],
      /^IQ12 has a sentence of more than 30/,
    ],
  ],
  engine: [
    [
      'another option declared right',
      [
        withOption(
          withOption(aq05, 'KeyCustodian', ({ id, text, because }) => ({
            id,
            text,
            because,
            misconception: 'M-32',
          })),
          'Auditor',
          ({ id, text, because }) => ({ id, text, because, correct: true }),
        ),
      ],
      /^AQ05 says Auditor and the engine KeyCustodian, variant 1$/,
    ],
    [
      'no scene',
      [(({ scene: _, ...rest }) => rest)(aq05)],
      /^AQ05 says KeyCustodian and the engine TypeError/,
    ],
  ],
  scenes: [
    [
      'a scene in which nothing happens',
      [{ ...iq12, scene: async () => undefined }],
      /^IQ12 .* nothing happened/,
    ],
    [
      'a call that KMS refuses',
      [{ ...iq12, scene: async (stage) => void (await stage.call('DescribeKey', { KeyId: 'no' })) }],
      /^IQ12 has a scene that cannot be built: /,
    ],
  ],
  openable: [['too few scenes', items.map(({ scene: _, ...item }) => item as Item), /^0 of \d+ items open/]],
  'per-metric': [['too few of one', without(({ id }) => id === 'IQ12'), /^import-workflow has 29 of 30$/]],
  'per-competency': [
    ['all of one gone', without(({ competency }) => competency === 'IMP-4'), /^IMP-4 has 0 of 2$/],
  ],
  'per-belief': [
    [
      'all that show one gone',
      without((item) => JSON.stringify(item).includes('"M-36"')),
      /^M-36 has 0 of 2$/,
    ],
  ],
}

describe('a broken bank', () => {
  it('is tried against every rule that there is', () => {
    expect(Object.keys(broken).sort()).toEqual(itemRules.map(({ id }) => id).sort())
  })

  const cases = itemRules.flatMap((rule) =>
    (broken[rule.id] ?? []).map(([what, bank, names]) => ({ id: rule.id, rule, what, bank, names })),
  )
  it.each(cases)('$id finds $what', async ({ rule, bank, names }) => {
    const { faults } = await rule.judge(bank, { hands, engineVariants: 1 })
    expect(faults).toContainEqual(expect.stringMatching(names))
  })
})
