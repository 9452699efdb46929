import { importAgain, keyOf, mustRequest, rightFile } from '../cures.ts'
import type { Fault } from '../incident.ts'
import { newest, succeededAs } from '../repairs.ts'
import { importedAndFilled } from '../scene-keys.ts'
import { allowAppRole, RELEASE_POLICY } from '../wide-role.ts'

const DELETE = 'DeleteImportedKeyMaterial'

/** G-02: a clean-up script of a release took the material out. */
export const deletedByScript: Fault = {
  id: 'G-02',
  family: 'deletion-of-material',
  levels: [1, 2, 3],
  side: false,
  shows: ['AVL-1', 'AVL-2'],
  build: async (scene) => void (await importedAndFilled(scene)),
  async break({ stage, service }) {
    await allowAppRole(stage, RELEASE_POLICY, [`kms:${DELETE}`])
    await stage.call(DELETE, { KeyId: stage.arn(service.key) }, 'AppRole')
  },
  chat: ({ writer }) =>
    `Ben: “The clean-up script of release 1.5 ran at night. \`${writer}\` fails since then.”`,
  cause: 'A script in the role AppRole deleted the imported material',
  because: 'The record of DeleteImportedKeyMaterial names AppRole as its caller, and it was not refused.',
  misconception: 'M-32',
  who: 'app',
  code: 'KMSInvalidStateException',
  prevents: 'A role for apps that may use keys and not change them',
  preventsBecause: 'Nothing that runs each night needs a permission that takes key material away.',
  evidence: (view, { key }) => newest(view, key, succeededAs(DELETE)),
  repaired(view, { key }) {
    const arn = view.key(key)?.arn
    return view.state(key) === 'Enabled' && arn !== undefined && !view.may('AppRole', DELETE, arn)
  },
  async cure(player, service) {
    await mustRequest(player, 'iam', 'DeleteRolePolicy', { RoleName: 'AppRole', PolicyName: RELEASE_POLICY })
    const { arn } = keyOf(player, service.key)
    await importAgain(player, arn, await rightFile(player, service), { dated: false })
  },
  target: 18,
  hints: [
    'In IAM `DeleteRolePolicy` for AppRole, then `GetParametersForImport` and `ImportKeyMaterial` with the same bytes.',
    '`aws iam list-role-policies --role-name AppRole` shows the policies; `aws iam delete-role-policy --role-name AppRole --policy-name ReleaseScripts` takes the one away. Then ring the custodian for the bytes (`lab ring <bucket>`) and import the file whose fingerprint is on the card.',
  ],
}
