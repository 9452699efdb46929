import { keyOf, must } from '../cures.ts'
import type { Fault } from '../incident.ts'
import { newest, succeededAs } from '../repairs.ts'
import { fillStore, generatedKey, generatedServiceKey } from '../scene-keys.ts'

const old = (key: string) => `${key}-old`

/** G-06: after a manual rotation the old key was put away while old records still needed it. */
export const oldKeyRetired: Fault = {
  id: 'G-06',
  family: 'disabled',
  levels: [1, 2, 3],
  side: true,
  shows: ['AVL-1', 'ROT-4'],
  async build(scene) {
    const { stage, service, plan } = scene
    const arn = await generatedServiceKey(scene)
    stage.name(old(service.key), arn)
    const half = Math.floor(plan.records / 2)
    await fillStore(scene, { count: half })
    const TargetKeyId = await generatedKey(
      scene,
      service.key,
      `Records of ${plan.sponsor}, ${service.bucket}`,
    )
    await stage.call('UpdateAlias', { AliasName: service.alias, TargetKeyId }, 'KeyAdmin')
    await fillStore(scene, { from: half + 1, count: plan.records - half })
  },
  break: async ({ stage, service }) =>
    void (await stage.call('DisableKey', { KeyId: stage.arn(old(service.key)) }, 'KeyAdmin')),
  chat: ({ reader, writer }) =>
    `Ben: “\`${writer}\` is fine. \`${reader}\` opens new records and fails on old ones.”`,
  cause: 'The old key of a manual rotation was disabled while old records need it',
  because: 'A manual rotation leaves old records under the old key. The alias moves; the records do not.',
  misconception: 'M-06',
  who: 'admin',
  code: 'DisabledException',
  prevents: 'ReEncrypt of the old data keys, and a look at the trail, before the old key goes',
  preventsBecause: 'As long as one record is under the old key, that key is in use.',
  evidence: (view, { key }) => newest(view, old(key), succeededAs('DisableKey')),
  repaired: (view, { key }) => view.state(old(key)) === 'Enabled' && view.state(key) === 'Enabled',
  cure: async (player, { key }) =>
    void (await must(player, 'EnableKey', { KeyId: keyOf(player, old(key)).arn })),
  target: 4,
  hints: [
    '`EnableKey` on the key under which the old records are: the failed Decrypt names it.',
    'Open the record of a failed Decrypt, take the key ARN from it, and `aws kms enable-key --key-id <that ARN>`.',
  ],
}
