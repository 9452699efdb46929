import { minutes } from '../../../world/clock.ts'
import type { Bytes } from '../../../bytes/bytes.ts'
import { alarmBeforeExpiry, importAgain, keyOf, rightFile } from '../cures.ts'
import type { Fault } from '../incident.ts'
import { expiryIsWatched, newest } from '../repairs.ts'
import { fillStore, importedServiceKey, lockAway, putCard, safeFile } from '../scene-keys.ts'

/** G-07: two materials in one key; the date of the old one stopped the whole key. */
export const oldMaterialExpired: Fault = {
  id: 'G-07',
  family: 'expiry-of-old',
  levels: [2, 3],
  side: false,
  shows: ['AVL-1', 'AVL-2', 'AVL-5'],
  async build(scene) {
    const { stage, service, plan } = scene
    const first = await importedServiceKey(scene, { validTo: plan.brokenAt })
    const half = Math.floor(plan.records / 2)
    await fillStore(scene, { count: half })
    const second = stage.random(32)
    const parameters = await stage.call('GetParametersForImport', {
      KeyId: first.arn,
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    })
    await stage.call('ImportKeyMaterial', {
      KeyId: first.arn,
      ImportToken: parameters.ImportToken,
      EncryptedKeyMaterial: await stage.wrap(parameters.PublicKey as Bytes, second),
      ImportType: 'NEW_KEY_MATERIAL',
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    })
    await stage.call('RotateKeyOnDemand', { KeyId: first.arn })
    await stage.moveClock(stage.now + minutes(5))
    await fillStore(scene, { from: half + 1, count: plan.records - half })
    lockAway(scene, safeFile(service, 2), second)
    await putCard(scene, [
      { says: 'first material', bytes: first.material },
      { says: 'second material, current since the rotation', bytes: second },
    ])
  },
  chat: ({ bucket }) =>
    `Amara: “The current material of \`${bucket}\` has no expiration date. I looked it up twice.”`,
  cause: 'An older, non-current material of the key expired',
  because: 'One missing permanent material stops the whole key, also for records under the current one.',
  misconception: 'M-30',
  who: 'kms',
  code: 'KMSInvalidStateException',
  prevents: 'A list of every material with its date, not of the current one alone',
  preventsBecause:
    'ListKeyRotations with ALL_KEY_MATERIAL shows them all. The metric counts to the earliest date.',
  evidence: (view, { key }) => newest(view, key, ({ eventName }) => eventName === 'DeleteExpiredKeyMaterial'),
  repaired: (view, { key }) => view.state(key) === 'Enabled' && expiryIsWatched(view, view.key(key)),
  async cure(player, service) {
    const key = keyOf(player, service.key)
    await importAgain(player, key.arn, await rightFile(player, service))
    await alarmBeforeExpiry(player, key)
  },
  target: 19,
  hints: [
    '`ListKeyRotations` with ALL_KEY_MATERIAL shows which material is missing; `ImportKeyMaterial` with those bytes.',
    'The custodian hands both files over (`lab ring <bucket>`). The first line of the card is the missing one. Import that file into the same key with a date months ahead, then set an alarm for the key.',
  ],
}
