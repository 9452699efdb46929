import { keyState } from '../../../kms/key.ts'
import { keyOf, must } from '../cures.ts'
import type { Fault } from '../incident.ts'
import { beforeTheLearner } from '../repairs.ts'
import { externalKey } from '../../stage-import.ts'
import { importedAndFilled } from '../scene-keys.ts'

const next = (key: string) => `${key}-next`

/** G-05: the alias went to a key that waits for its first material. */
export const aliasTooEarly: Fault = {
  id: 'G-05',
  family: 'alias',
  levels: [1, 2, 3],
  side: true,
  shows: ['ROT-4'],
  async build(scene) {
    await importedAndFilled(scene)
    await externalKey(scene.stage, next(scene.service.key), `Next key of ${scene.service.bucket}`)
  },
  async break({ stage, service }) {
    const TargetKeyId = stage.arn(next(service.key))
    await stage.call('UpdateAlias', { AliasName: service.alias, TargetKeyId }, 'KeyAdmin')
  },
  chat: ({ writer, reader }) =>
    `Ben: “\`${writer}\` fails, and \`${reader}\` reads everything. How can that be?”`,
  cause: 'The alias was moved to a key without material',
  because:
    'UpdateAlias sends new writes to the new key. Old records name their key themselves, so they open.',
  misconception: 'M-04',
  who: 'admin',
  code: 'KMSInvalidStateException',
  prevents: 'A check that the new key is Enabled before an alias moves to it',
  preventsBecause: 'One DescribeKey before UpdateAlias would have shown PendingImport.',
  evidence: (view, { alias }) =>
    beforeTheLearner(view).findLast(
      (event) => event.eventName === 'UpdateAlias' && event.requestParameters?.aliasName === alias,
    ),
  repaired(view, { key, alias }) {
    const target = view.behind(alias)
    return view.state(key) === 'Enabled' && target !== undefined && keyState(target) === 'Enabled'
  },
  async cure(player, { key, alias }) {
    await must(player, 'UpdateAlias', { AliasName: alias, TargetKeyId: keyOf(player, key).arn })
  },
  target: 3,
  hints: [
    '`UpdateAlias`, back to the key that works.',
    '`aws kms update-alias --alias-name <alias> --target-key-id <key id of before>`. The new key can wait for its material without the alias.',
  ],
}
