import type { Bytes } from '../../bytes/bytes.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { days } from '../../world/clock.ts'
import type { Prediction } from '../lab-definition.ts'
import { claim, lens, see } from '../modules/lesson-definition.ts'
import { importInto } from '../plays/import-moves.ts'
import type { Player } from '../plays/player.ts'
import { encrypted, importedKey } from '../stage-import.ts'
import type { Act, Bet, Demo, Done, Shown } from './demo-definition.ts'
import { reading, shown } from './shown.ts'
import { demoTitles } from './titles.ts'

const LEFT = 'G'
const RIGHT = 'I'
const MATERIAL = 'material.bin'

const lamps = (lines: readonly Shown[] | undefined) => ({
  left: lines?.[0]?.refused === undefined,
  right: lines?.[1]?.refused === undefined,
})

const wentOut = (before: readonly Shown[] | undefined, now: readonly Shown[]): string => {
  const was = before ? lamps(before) : { left: true, right: true }
  const is = lamps(now)
  const left = was.left && !is.left
  const right = was.right && !is.right
  return left ? (right ? 'both' : 'left') : right ? 'right' : 'none'
}

const OPTIONS = { none: 'No lamp', left: 'The left one', right: 'The right one', both: 'Both' } as const
type Lamp = keyof typeof OPTIONS

/** A bet on one day, settled by what the two reads answered on that day and on the stop before. */
const onDay = (
  day: number,
  before: string | undefined,
  correct: Lamp,
  because: Readonly<Record<Lamp, string>>,
  misconceptions: Partial<Readonly<Record<Lamp, string>>>,
): Bet => ({
  id: `d3-day-${day}`,
  asks: `Which lamp goes out on day ${day}?`,
  options: (Object.keys(OPTIONS) as Lamp[]).map((id): Prediction['options'][number] => ({
    id,
    text: OPTIONS[id],
    because: because[id],
    ...(id === correct ? { correct: true as const } : {}),
    ...(misconceptions[id] === undefined ? {} : { misconception: misconceptions[id] }),
  })),
  settled(done: Done) {
    const now = done.get(`day-${day}`)
    return now && wentOut(before === undefined ? undefined : done.get(before), now)
  },
})

const both = async (player: Player): Promise<readonly Shown[]> => [
  await reading(player, 'left.enc'),
  await reading(player, 'right.enc'),
]

const goTo = (day: number, needs: string | undefined, says: string): Act => ({
  id: `day-${day}`,
  label: `Go to day ${day}`,
  ...(needs === undefined ? {} : { needs }),
  says,
  async run(player) {
    await player.moveClock(player.view.startedAt + days(day))
    return both(player)
  },
})

/** D3: a generated and an imported key under one clock. */
export const oneClockTwoKeys: Demo = {
  code: 'D3',
  ...demoTitles.D3,
  objectives: ['O3.1', 'O3.2'],
  competencies: ['ROT-1', 'AVL-1'],
  story: [
    'Two lamps burn while their key opens a file. The left key has generated material, and rotates every 90 days.',
    'The right key has imported material with a date: 365 days from now. Bet on three days, then move the clock.',
  ],
  keys: [
    { says: 'Left: generated', find: ({ view }) => view.key(LEFT) },
    { says: 'Right: imported', find: ({ view }) => view.key(RIGHT) },
  ],
  bets: [
    onDay(
      90,
      undefined,
      'none',
      {
        none: 'The left key rotates on this day. The old material stays, so old files open as before.',
        left: 'For that, a rotation would have to take the old material away. It keeps it.',
        right: 'For that, its material would have to end on this day. It has until day 365.',
        both: 'For that, one of them would have to end. One rotates, the other waits.',
      },
      { left: 'M-05', both: 'M-05' },
    ),
    onDay(
      365,
      'day-90',
      'right',
      {
        none: 'For that, the date would have to be a reminder. KMS deletes the material on it.',
        left: 'For that, generated material would have to expire. It cannot.',
        right: 'This is the date of its material. The key stays and is empty.',
        both: 'For that, generated material would have to expire too. It cannot.',
      },
      { none: 'M-11', left: 'M-03', both: 'M-03' },
    ),
    onDay(
      366,
      'day-365',
      'none',
      {
        none: 'Nothing new happens. The right lamp stays dark until somebody brings the same bytes.',
        left: 'For that, the left key would have to end after a year. It lives until somebody deletes it.',
        right: 'For that, it would have to burn still. It went out a day before.',
        both: 'For that, both would have to burn still. One is dark already.',
      },
      { left: 'M-03', both: 'M-03' },
    ),
  ],
  acts: [
    goTo(
      90,
      undefined,
      'Both burned. The left key had rotated meanwhile, and its old file opened all the same.',
    ),
    goTo(
      365,
      'day-90',
      'The right lamp went out: its material had expired. The key was still there, and empty.',
    ),
    goTo(366, 'day-365', 'One day later nothing had changed. Dark stays dark until the bytes come back.'),
    {
      id: 'switch',
      label: 'Switch rotation on for the right key',
      needs: 'day-366',
      says: 'Refused: a plan for rotation needs somebody who makes new bytes, and for this key that is you.',
      async run(player) {
        const answer = await player.call('EnableKeyRotation', { KeyId: player.arn(RIGHT) })
        return [shown('aws kms enable-key-rotation --key-id right', answer)]
      },
    },
    {
      id: 'bring',
      label: 'Bring the same bytes back',
      needs: 'day-366',
      says: 'The same 32 bytes in a new box, and the right lamp burned again.',
      async run(player) {
        const answer = await importInto(player, RIGHT, player.view.file(MATERIAL) as Bytes)
        return [
          shown('aws kms import-key-material --key-id right …', answer),
          await reading(player, 'right.enc'),
        ]
      },
    },
  ],
  after: [
    {
      title: 'What you saw',
      blocks: [
        'The left key changed its material four times in the year, and nobody noticed. The right key changed once, on its date, and a reader stopped.',
        claim('rotation-keeps-old'),
        claim('expiry-empties-the-key'),
        claim('generated-never-expires'),
      ],
    },
    {
      title: 'The switch that refused',
      blocks: [
        lens('E-6'),
        see(
          { error: 'UnsupportedOperationException' },
          'Why this call works for one origin and never for the other.',
        ),
        see({ lab: 'L3.2' }, 'How imported material rotates today: with bytes that you bring.'),
      ],
    },
  ],
  async start(stage) {
    const { KeyMetadata } = await stage.call('CreateKey', { Description: 'Left' }, 'KeyAdmin')
    const { Arn } = KeyMetadata as { readonly Arn: string }
    stage.name(LEFT, Arn)
    await stage.call('EnableKeyRotation', { KeyId: Arn, RotationPeriodInDays: 90 }, 'KeyAdmin')
    const material = stage.random(32)
    const right = await importedKey(stage, RIGHT, 'Right', material, stage.now + days(365))
    stage.putFile(MATERIAL, material)
    stage.putFile('left.enc', await encrypted(stage, Arn, encodeUtf8('left lamp: on')))
    stage.putFile('right.enc', await encrypted(stage, right.arn, encodeUtf8('right lamp: on')))
  },
}
