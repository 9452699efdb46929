import { minutes } from '../../../world/clock.ts'
import { reader } from '../../apps/app.ts'
import { importedKey } from '../../stage-import.ts'
import { storedRecords } from '../../stage-store.ts'
import { importAgain, keyOf, rightFile } from '../cures.ts'
import type { Fault, Service } from '../incident.ts'
import { newest } from '../repairs.ts'
import { OFTEN } from '../rhythm.ts'
import { fillStore, lockAway, putCard, safeFile } from '../scene-keys.ts'
import { FAR } from '../services.ts'

const standby = ({ bucket }: Service) => `${bucket}-standby`
const failover = ({ reader: name }: Service) => `failover-${name}`
const far = ({ key }: Service) => `${key}-${FAR}`

/** G-11: the replica in the second Region was never filled, and fail-over is tried for the first time. */
export const emptyReplica: Fault = {
  id: 'G-11',
  family: 'replica',
  levels: [2, 3],
  side: false,
  shows: ['AVL-2', 'AVL-8'],
  async build(scene) {
    const { stage, service, plan } = scene
    const material = stage.random(32)
    const description = `Records of ${plan.sponsor}, ${service.bucket}`
    const { arn } = await importedKey(stage, service.key, description, material, undefined, {
      MultiRegion: true,
    })
    await stage.call('CreateAlias', { AliasName: service.alias, TargetKeyId: arn }, 'KeyAdmin')
    await putCard(scene, [{ says: `material of ${service.key}`, bytes: material }])
    lockAway(scene, safeFile(service), material)
    await fillStore(scene)
    const made = await stage.call('ReplicateKey', { KeyId: arn, ReplicaRegion: FAR }, 'KeyAdmin')
    stage.name(far(service), (made.ReplicaKeyMetadata as { readonly Arn: string }).Arn)
    await stage.moveClock(stage.now + minutes(30))
    await stage.request('s3', 'CreateBucket', { Bucket: standby(service) }, 'KeyAdmin', FAR)
    await storedRecords(stage, {
      bucket: standby(service),
      keyId: arn,
      study: plan.study,
      count: 8,
      region: FAR,
      keyRegion: arn.split(':')[3] ?? '',
    })
  },
  async break({ stage, service, plan }) {
    const [name, bucket] = [failover(service), standby(service)]
    stage.install(reader({ name, bucket, region: FAR, study: plan.study, ...OFTEN.reader }))
  },
  watched: (service) => [service.writer, service.reader, failover(service)],
  chat: (service) =>
    `Ben: “The fail-over test runs since tonight: \`${failover(service)}\` in ${FAR} opens nothing. At home all is well.”`,
  cause: 'The replica key in the second Region never got its material',
  because: 'ReplicateKey copies imported material to no Region. Each replica waits for its own import.',
  misconception: 'M-23',
  who: 'nobody',
  code: 'KMSInvalidStateException',
  prevents: 'A read in the second Region on the day of the replication',
  preventsBecause: 'DescribeKey in each Region shows PendingImport from the first minute on.',
  evidence: (view, service) =>
    newest(view, service.key, (event) => event.eventName === 'ReplicateKey' && !event.errorCode),
  repaired: (view, service) =>
    view.state(service.key) === 'Enabled' && view.state(far(service)) === 'Enabled',
  async cure(player, service) {
    const { arn } = keyOf(player, far(service))
    await importAgain(player, arn, await rightFile(player, service), { region: FAR, dated: false })
  },
  target: 17,
  hints: [
    `\`GetParametersForImport\` and \`ImportKeyMaterial\` in ${FAR}, with the same bytes as at home and the type EXISTING_KEY_MATERIAL.`,
    `Act in ${FAR}. Ask for parameters of the replica there, wrap the bytes that the custodian hands over (\`lab ring <bucket>\`), import them there.`,
  ],
}
