import { alarmBeforeExpiry, importAgain, keyOf, rightFile } from '../cures.ts'
import type { Fault } from '../incident.ts'
import { expiryIsWatched, newest } from '../repairs.ts'
import { importedAndFilled } from '../scene-keys.ts'

/** G-01: nobody watched the date, and a copy lies in the safe. */
export const expiredMaterial: Fault = {
  id: 'G-01',
  family: 'expiry',
  levels: [1, 2, 3],
  side: true,
  shows: ['AVL-1', 'AVL-2', 'AVL-5'],
  build: async (scene) => void (await importedAndFilled(scene, scene.plan.brokenAt)),
  chat: ({ writer, reader }) =>
    `Ben: “\`${writer}\` and \`${reader}\` fail with \`KMSInvalidStateException\`. I deployed nothing.”`,
  cause: 'The imported material reached its expiration date',
  because: 'KMS wrote DeleteExpiredKeyMaterial itself. No caller stands in that record.',
  misconception: 'M-32',
  who: 'kms',
  code: 'KMSInvalidStateException',
  prevents: 'An alarm on SecondsUntilKeyMaterialExpiration, days before the end',
  preventsBecause: 'The date was known from the day of the import. The metric counts down to it.',
  evidence: (view, { key }) => newest(view, key, ({ eventName }) => eventName === 'DeleteExpiredKeyMaterial'),
  repaired: (view, { key }) => view.state(key) === 'Enabled' && expiryIsWatched(view, view.key(key)),
  async cure(player, service) {
    const key = keyOf(player, service.key)
    await importAgain(player, key.arn, await rightFile(player, service))
    await alarmBeforeExpiry(player, key)
  },
  target: 18,
  hints: [
    '`GetParametersForImport`, then `ImportKeyMaterial` with the custodian’s bytes and a new `ValidTo`; then `PutMetricAlarm` on SecondsUntilKeyMaterialExpiration.',
    'Ring the custodian for the bytes (`lab ring <bucket>`). Ask for parameters, wrap the file whose fingerprint is on the custody card, import it with a date months ahead. Then `aws cloudwatch put-metric-alarm` for this key: SecondsUntilKeyMaterialExpiration, Minimum, LessThanThreshold 1209600.',
  ],
}
