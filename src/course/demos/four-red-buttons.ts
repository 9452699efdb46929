import type { Bytes } from '../../bytes/bytes.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { days, hours } from '../../world/clock.ts'
import type { Option } from '../lab-definition.ts'
import { claim, lens, see } from '../modules/lesson-definition.ts'
import { importInto } from '../plays/import-moves.ts'
import type { Player } from '../plays/player.ts'
import { encrypted, importedKey } from '../stage-import.ts'
import type { Act, Bet, Demo, Done } from './demo-definition.ts'
import { reading, reads, shown } from './shown.ts'
import { demoTitles } from './titles.ts'

const KEYS = { disable: 'Ka', delete: 'Kb', expire: 'Kc', schedule: 'Kd' } as const
type Button = keyof typeof KEYS
const BUTTONS = Object.keys(KEYS) as Button[]
const file = (button: Button) => `record-${KEYS[button].slice(1)}.enc`
const material = (button: Button) => `material-${KEYS[button].slice(1)}.bin`

/** What undoes each stop; the option that a bet on it settles on. */
const UNDO = { disable: 'enable', delete: 'bytes', expire: 'bytes', schedule: 'cancel' } as const

type Texts = Readonly<Record<'enable' | 'bytes' | 'cancel' | 'nothing', string>>
const TEXTS: Texts = {
  enable: 'EnableKey',
  bytes: 'An import of the same bytes',
  cancel: 'CancelKeyDeletion, then EnableKey',
  nothing: 'Nothing: the data is lost',
}

function bet(button: Button, asks: string, because: Texts, misconceptions: Partial<Texts>): Bet {
  const right = UNDO[button]
  return {
    id: `d4-${button}`,
    asks,
    options: (Object.keys(TEXTS) as (keyof Texts)[]).map(
      (id): Option => ({
        id,
        text: TEXTS[id],
        because: because[id],
        ...(id === right ? { correct: true as const } : {}),
        ...(misconceptions[id] === undefined ? {} : { misconception: misconceptions[id] }),
      }),
    ),
    settled(done: Done) {
      const undone = done.get(`undo-${button}`)
      return undone && (reads(undone) ? right : 'nothing')
    },
  }
}

const stop = (
  button: Button,
  label: string,
  says: string,
  press: (player: Player) => Promise<ReturnType<typeof shown>>,
): Act => ({
  id: button,
  label,
  says,
  async run(player) {
    return [await press(player), await reading(player, file(button))]
  },
})

const undo = (
  button: Button,
  label: string,
  says: string,
  run: (player: Player) => Promise<readonly ReturnType<typeof shown>[]>,
): Act => ({
  id: `undo-${button}`,
  label,
  says,
  needs: button,
  async run(player) {
    return [...(await run(player)), await reading(player, file(button))]
  },
})

const call = async (player: Player, operation: string, flag: string, button: Button, more: object = {}) =>
  shown(`aws kms ${flag}`, await player.call(operation, { KeyId: player.arn(KEYS[button]), ...more }))

const enable = (player: Player, button: Button) =>
  call(player, 'EnableKey', `enable-key --key-id ${KEYS[button]}`, button)

async function bring(player: Player, button: Button) {
  const answer = await importInto(player, KEYS[button], player.view.file(material(button)) as Bytes)
  return shown(`aws kms import-key-material --key-id ${KEYS[button]} …`, answer)
}

/** D4: four ways to stop four like keys, and what brings each back. */
export const fourRedButtons: Demo = {
  code: 'D4',
  ...demoTitles.D4,
  objectives: ['O4.2'],
  competencies: ['AVL-1', 'AVL-3'],
  story: [
    'Four keys alike, each with imported material and one record. Four red buttons, one for each key.',
    'Bet for each: what makes its record readable again? Then press them, and undo each one.',
  ],
  keys: BUTTONS.map((button) => ({
    says: `${KEYS[button]}, ${file(button)}`,
    find: ({ view }) => view.key(KEYS[button]),
  })),
  bets: [
    bet(
      'disable',
      'Ka is disabled. What makes its record readable again?',
      {
        enable: 'The material never left. One call switches the key on.',
        bytes: 'For that, the material would have to be missing. It is still there.',
        cancel: 'For that, a deletion would have to be scheduled. Nobody did.',
        nothing: 'For that, key or bytes would have to be gone. Both are there.',
      },
      { bytes: 'M-09' },
    ),
    bet(
      'delete',
      'The material of Kb is deleted. What makes its record readable again?',
      {
        enable: 'For that, the key would have to be switched off. It is empty.',
        bytes: 'The KMS key stays, and takes the same bytes back.',
        cancel: 'For that, the key itself would have to be on its way out. It is not.',
        nothing: 'For that, the key would have to be gone with its bytes. The key stays.',
      },
      { enable: 'M-11', nothing: 'M-08' },
    ),
    bet(
      'expire',
      'The material of Kc expires. What makes its record readable again?',
      {
        enable: 'For that, expiry would have to disable the key. It empties it.',
        bytes: 'The same state as after a deletion of the material, and the same cure.',
        cancel: 'For that, expiry would have to start a deletion of the key. It does not.',
        nothing: 'For that, every copy of the bytes would have to be gone. You hold one.',
      },
      { enable: 'M-11', nothing: 'M-12' },
    ),
    bet(
      'schedule',
      'The deletion of Kd is scheduled. What makes its record readable again, this week?',
      {
        enable: 'For that, the deletion would have to be cancelled first.',
        bytes:
          'For that, the material would have to be missing. And a key that waits for its deletion takes no import.',
        cancel: 'Cancelling gives a disabled key. The second call switches it on.',
        nothing: 'For that, the waiting period would have to be over. It lasts 7 days at least.',
      },
      { enable: 'M-10', nothing: 'M-10' },
    ),
  ],
  acts: [
    stop(
      'disable',
      'Disable Ka',
      'DisabledException: the key was there, with its material, and switched off.',
      (player) => call(player, 'DisableKey', 'disable-key --key-id Ka', 'disable'),
    ),
    stop(
      'delete',
      'Delete the material of Kb',
      'It was pending import, at once. The key kept its ID, its ARN and its policy.',
      (player) =>
        call(player, 'DeleteImportedKeyMaterial', 'delete-imported-key-material --key-id Kb', 'delete'),
    ),
    stop(
      'expire',
      'Let the material of Kc expire',
      'Pending import, as after a deletion of the material, and no caller: KMS did it on the date.',
      async (player) => {
        await player.moveClock(Math.max(player.view.now, player.view.startedAt + hours(24)))
        return { line: 'lab clock +24h', output: ['The date of the material has passed.'] }
      },
    ),
    stop(
      'schedule',
      'Schedule the deletion of Kd',
      'Nothing opened from then on. Such a key is gone after 7 days, unless somebody cancels.',
      (player) =>
        call(
          player,
          'ScheduleKeyDeletion',
          'schedule-key-deletion --key-id Kd --pending-window-in-days 7',
          'schedule',
          {
            PendingWindowInDays: 7,
          },
        ),
    ),
    undo('disable', 'Enable Ka', 'One call, and nothing to bring.', async (player) => [
      await enable(player, 'disable'),
    ]),
    undo(
      'delete',
      'Import the same bytes into Kb',
      'A new box with the old bytes, and the record opened.',
      async (player) => [await bring(player, 'delete')],
    ),
    undo(
      'expire',
      'Import the same bytes into Kc',
      'A new box with the old bytes, as after a deletion of the material.',
      async (player) => [await bring(player, 'expire')],
    ),
    undo(
      'schedule',
      'Cancel the deletion, enable Kd',
      'Two calls: the first saves the key, the second lets it work.',
      async (player) => [
        await call(player, 'CancelKeyDeletion', 'cancel-key-deletion --key-id Kd', 'schedule'),
        await enable(player, 'schedule'),
      ],
    ),
  ],
  after: [
    {
      title: 'Four stops, three undos',
      blocks: [
        'Two of the four end in the same state. Three can be undone at any time, two of them if somebody holds the bytes. One becomes final by itself.',
        claim('disabled-keeps-material'),
        claim('deletion-of-material'),
        claim('expiry-empties-the-key'),
        claim('waiting-period'),
        claim('cancel-gives-disabled'),
      ],
    },
    {
      title: 'Which one for a suspicion?',
      blocks: [
        'Disable. It stops every use of the key and costs one call to undo. The other three need bytes, or time, or luck.',
        lens('E-12'),
        see({ lab: 'L4.1' }, 'The same four in a terminal, with your own calls.'),
        see({ error: 'KMSInvalidStateException' }, 'One name for several states; the message tells which.'),
      ],
    },
  ],
  async start(stage) {
    for (const button of BUTTONS) {
      const bytes = stage.random(32)
      const validTo = button === 'expire' ? stage.now + hours(24) : stage.now + days(365)
      const { arn } = await importedKey(stage, KEYS[button], `Record ${KEYS[button]}`, bytes, validTo)
      stage.putFile(material(button), bytes)
      stage.putFile(file(button), await encrypted(stage, arn, encodeUtf8(`record of ${KEYS[button]}`)))
    }
  },
}
