import { encodeUtf8 } from '../../../bytes/utf8.ts'
import { must, mustRequest } from '../cures.ts'
import type { Fault } from '../incident.ts'
import { fillStore, importedServiceKey, lockAway, safeFile } from '../scene-keys.ts'
import { RELEASE_POLICY } from '../wide-role.ts'
import { deletedByScript } from './deleted-by-script.ts'

/** G-13: the material is gone, and no safe holds a copy. */
export const realLoss: Fault = {
  ...deletedByScript,
  id: 'G-13',
  levels: [3],
  shows: ['AVL-1', 'AVL-3'],
  async build(scene) {
    const { stage, service } = scene
    await importedServiceKey(scene, { copy: false })
    await fillStore(scene)
    const useless = stage.random(32)
    lockAway(scene, safeFile(service), useless)
    stage.putFile(safeFile(service), useless)
    stage.putFile(
      `custody-log-${service.id}.txt`,
      encodeUtf8(
        [
          'First safe: opened for the yearly test, fingerprint does not fit. Probably another key.',
          'Second safe: emptied and shredded when the office moved.',
          'HSM of the custodian: replaced last year, old slots cleared.',
          '',
        ].join('\n'),
      ),
    )
  },
  watched: ({ writer }) => [writer],
  lost: true,
  mayCreate: 1,
  chat: ({ writer }) =>
    `Amara: “I went through every safe, read my custody log. \`${writer}\` stands still, and the script of release 1.5 ran at night.”`,
  prevents: 'Two copies in two places, with a restore test each year',
  preventsBecause:
    'Once imported material is deleted, AWS has no copy of it. A copy that was never tested is a hope.',
  repaired(view, { key, alias }) {
    const record = view.key(key)
    const target = view.behind(alias)
    return (
      record !== undefined &&
      record.deletionDate === undefined &&
      !view.may('AppRole', 'DeleteImportedKeyMaterial', record.arn) &&
      target !== undefined &&
      target.arn !== record.arn
    )
  },
  async cure(player, { alias }) {
    await mustRequest(player, 'iam', 'DeleteRolePolicy', { RoleName: 'AppRole', PolicyName: RELEASE_POLICY })
    const { KeyMetadata } = await must(player, 'CreateKey', { Description: 'New records from tonight on' })
    const TargetKeyId = (KeyMetadata as { readonly KeyId: string }).KeyId
    await must(player, 'UpdateAlias', { AliasName: alias, TargetKeyId })
  },
  target: 10,
  hints: [
    'No file has the fingerprint of the card. Protect what is left: `DeleteRolePolicy`, then `CreateKey` and `UpdateAlias` for new records.',
    '`aws iam delete-role-policy --role-name AppRole --policy-name ReleaseScripts`, create a key, point the alias to it, and leave the old key alone: if bytes turn up one day, it can take them.',
  ],
}
