import { intruder } from '../../apps/app.ts'
import { keyOf, must, mustRequest } from '../cures.ts'
import type { Fault } from '../incident.ts'
import { newest } from '../repairs.ts'
import { importedAndFilled, refused } from '../scene-keys.ts'
import { EXPORTS } from '../services.ts'
import { allowAppRole, SUPPORT_POLICY } from '../wide-role.ts'

/** G-14: a stolen session of AppRole schedules the deletion, and comes back while it may. */
export const hostileDeletion: Fault = {
  id: 'G-14',
  family: 'hostile',
  levels: [3],
  side: false,
  shows: ['AVL-1'],
  build: async (scene) => void (await importedAndFilled(scene)),
  async break({ stage, service }) {
    const may = ['kms:ScheduleKeyDeletion', 'kms:DeleteImportedKeyMaterial']
    await allowAppRole(stage, SUPPORT_POLICY, may)
    await refused(stage.call('DeleteImportedKeyMaterial', { KeyId: stage.arn(EXPORTS) }, 'AppRole'))
    stage.install(intruder('support-7f3', stage.arn(service.key)))
  },
  chat: ({ bucket }) =>
    `Dario: “I do not know the session support-7f3. It asks for things around \`${bucket}\` that no app of ours asks for.”`,
  cause: 'A stolen session of AppRole scheduled the deletion of the key',
  because:
    'ScheduleKeyDeletion comes from an address and a session that are not Fernhill’s, again and again.',
  misconception: 'M-10',
  who: 'app',
  code: 'KMSInvalidStateException',
  prevents: 'A role for apps that may use keys and never delete them',
  preventsBecause: 'A stolen session can do what its role can do. This role could do too much.',
  evidence: (view, { key }) =>
    newest(
      view,
      key,
      ({ eventName, errorCode, userIdentity }) =>
        eventName === 'ScheduleKeyDeletion' &&
        errorCode === undefined &&
        userIdentity.arn?.endsWith('/support-7f3') === true,
    ),
  repaired(view, { key }) {
    const record = view.key(key)
    return (
      view.state(key) === 'Enabled' &&
      record !== undefined &&
      !view.may('AppRole', 'ScheduleKeyDeletion', record.arn) &&
      !view.may('AppRole', 'DeleteImportedKeyMaterial', record.arn)
    )
  },
  async cure(player, { key }) {
    await mustRequest(player, 'iam', 'DeleteRolePolicy', { RoleName: 'AppRole', PolicyName: SUPPORT_POLICY })
    const KeyId = keyOf(player, key).arn
    await must(player, 'CancelKeyDeletion', { KeyId })
    await must(player, 'EnableKey', { KeyId })
  },
  target: 7,
  hints: [
    'Contain first: `DeleteRolePolicy` on AppRole. Then `CancelKeyDeletion` and `EnableKey`.',
    'A deletion that is cancelled first is scheduled again within five minutes. `aws iam delete-role-policy --role-name AppRole --policy-name TemporarySupport`, then cancel, then enable.',
  ],
}
