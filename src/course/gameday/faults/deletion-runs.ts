import { days, hours } from '../../../world/clock.ts'
import { keyOf, must } from '../cures.ts'
import type { Fault } from '../incident.ts'
import { newest, succeededAs } from '../repairs.ts'
import { generatedAndFilled } from '../scene-keys.ts'

/** G-04: a deletion with seven days of waiting; five are over when somebody opens the service again. */
export const deletionRuns: Fault = {
  id: 'G-04',
  family: 'deletion-of-key',
  levels: [1, 2, 3],
  side: false,
  shows: ['AVL-1'],
  async build(scene) {
    await generatedAndFilled(scene)
    const { stage, plan, service } = scene
    await stage.moveClock(plan.brokenAt - days(4) - hours(plan.seed % 7))
    const doomed = { KeyId: stage.arn(service.key), PendingWindowInDays: 7 }
    await stage.call('ScheduleKeyDeletion', doomed, 'KeyAdmin')
  },
  sleeps: true,
  chat: ({ bucket }) =>
    `Ben: “Nobody has used \`${bucket}\` for days. The inspection began at night, and nothing opens.”`,
  cause: 'Somebody scheduled the deletion of the key days ago',
  because: 'ScheduleKeyDeletion stops every use at once. The waiting time is for people, not for apps.',
  misconception: 'M-10',
  who: 'admin',
  code: 'KMSInvalidStateException',
  prevents: 'An alarm when anybody tries to use a key that waits for its deletion',
  preventsBecause: 'The waiting time is there to notice. Without an alarm nobody looks.',
  evidence: (view, { key }) => newest(view, key, succeededAs('ScheduleKeyDeletion')),
  repaired: (view, { key }) => view.state(key) === 'Enabled',
  async cure(player, { key }) {
    const KeyId = keyOf(player, key).arn
    await must(player, 'CancelKeyDeletion', { KeyId })
    await must(player, 'EnableKey', { KeyId })
  },
  target: 4,
  hints: [
    '`CancelKeyDeletion`, then `EnableKey`: a cancelled deletion leaves the key Disabled.',
    '`aws kms cancel-key-deletion --key-id <key id>` and `aws kms enable-key --key-id <key id>`, before the date in DescribeKey.',
  ],
}
