import { keyOf, must } from '../cures.ts'
import type { Fault } from '../incident.ts'
import { newest, succeededAs } from '../repairs.ts'
import { importedAndFilled } from '../scene-keys.ts'

/** G-03: somebody wanted to see what would happen. */
export const disabledForATest: Fault = {
  id: 'G-03',
  family: 'disabled',
  levels: [1, 2, 3],
  side: true,
  shows: ['AVL-1'],
  build: async (scene) => void (await importedAndFilled(scene)),
  break: async ({ stage, service }) =>
    void (await stage.call('DisableKey', { KeyId: stage.arn(service.key) }, 'KeyAdmin')),
  chat: ({ reader }) => `Ben: “\`${reader}\` says \`DisabledException\` for every record.”`,
  cause: 'Somebody disabled the key',
  because: 'The record of DisableKey stands before the first failed call, and its caller is a person.',
  misconception: 'M-09',
  who: 'admin',
  code: 'DisabledException',
  prevents: 'A notice to the team for every DisableKey, by a rule on the trail',
  preventsBecause: 'The change was allowed. What was missing was that anybody heard of it.',
  evidence: (view, { key }) => newest(view, key, succeededAs('DisableKey')),
  repaired: (view, { key }) => view.state(key) === 'Enabled',
  cure: async (player, { key }) => void (await must(player, 'EnableKey', { KeyId: keyOf(player, key).arn })),
  target: 3,
  hints: [
    '`EnableKey`. The material never left.',
    '`aws kms enable-key --key-id <ARN of the key>`; then wait until the apps have worked for ten minutes.',
  ],
}
