import { days, hours, minutes } from '../../world/clock.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { intake, nightlyExport, reader } from '../apps/app.ts'
import type { Stage } from '../lab-definition.ts'
import { bucket, storedRecords } from '../stage-store.ts'
import { faultOf } from './faults/index.ts'
import { herringOf } from './herrings.ts'
import type { Fault, Plan, Scene, Service } from './incident.ts'
import { OFTEN, SELDOM } from './rhythm.ts'
import { generatedKey, importedAndFilled } from './scene-keys.ts'
import { BILLING, EXPORTS, EXPORTS_FAR, FAR, services, STANDBY, trials } from './services.ts'

/** The account as the learner finds it: days of quiet work, then the night on which something went wrong. */
export async function setUp(stage: Stage, plan: Plan): Promise<void> {
  const scenes = Object.values(services).map((service) => sceneOf(stage, plan, service))
  await bucket(stage, 'fernhill-exports')
  await generatedKey({ stage }, BILLING, 'Billing')
  await generatedKey({ stage }, EXPORTS, 'Exports to sponsors', { MultiRegion: plan.level === 3 })
  await stage.call('EnableKeyRotation', { KeyId: stage.arn(EXPORTS) }, 'KeyAdmin')
  if (plan.level === 3) await standby(stage, plan)
  for (const { scene, fault } of scenes) {
    await bucket(stage, scene.service.bucket)
    await (fault ? fault.build(scene) : importedAndFilled(scene))
  }
  if (plan.level === 1) await alarms(stage)
  for (const { scene, fault } of scenes) if (!fault?.sleeps) installUsual(scene, SELDOM)
  if (!scenes.some(({ scene, fault }) => scene.service === trials && fault?.sleeps))
    stage.install(nightlyExport({ bucket: trials.bucket, study: plan.study }))

  await quietDays(stage, plan.brokenAt - hours(1))
  if (plan.level === 3) installStandby(stage, plan, OFTEN)
  for (const { scene, fault } of scenes) {
    if (fault?.sleeps) continue
    installUsual(scene, OFTEN)
    await fault?.apps?.(scene)
  }
  const leads = plan.herrings.map(herringOf).sort((a, b) => b.before - a.before)
  for (const lead of leads) {
    await stage.moveClock(plan.brokenAt - minutes(lead.before))
    await lead.plant({ stage, plan })
  }
  await stage.moveClock(plan.brokenAt)
  for (const { scene, fault } of scenes) {
    if (fault?.sleeps) installUsual(scene, OFTEN)
    await fault?.break?.(scene)
  }
  await stage.moveClock(plan.beginAt - minutes(6))
  for (const { scene, fault } of scenes) await fault?.after?.(scene)
  await stage.moveClock(plan.beginAt)
  if (plan.gap) stage.hideTrail(plan.gap)
}

const sceneOf = (stage: Stage, plan: Plan, service: Service): { scene: Scene; fault: Fault | undefined } => {
  const planned = plan.faults.find((each) => each.service === service.id)
  return { scene: { stage, plan, service }, fault: planned && faultOf(planned.fault) }
}

/** Records go on being counted where the store ends. */
function installUsual({ stage, plan, service }: Scene, rhythm: typeof SELDOM | typeof OFTEN): void {
  const { bucket: store, alias: key, writer, reader: name } = service
  const recordsBefore = plan.records + (rhythm === OFTEN ? BETWEEN : 0)
  const common = { bucket: store, study: plan.study }
  stage.install(intake({ ...common, name: writer, key, recordsBefore, ...rhythm.writer }))
  stage.install(reader({ ...common, name, ...rhythm.reader }))
}

/** More records than the quiet days can bring. */
const BETWEEN = 100

/** A stand-by in the second Region that works as it should: the fault may be anywhere, or not there. */
async function standby(stage: Stage, plan: Plan): Promise<void> {
  const KeyId = stage.arn(EXPORTS)
  const { ReplicaKeyMetadata } = await stage.call('ReplicateKey', { KeyId, ReplicaRegion: FAR }, 'KeyAdmin')
  const { Arn } = ReplicaKeyMetadata as { readonly Arn: string }
  stage.name(EXPORTS_FAR, Arn)
  await stage.moveClock(stage.now + minutes(30))
  await stage.request('s3', 'CreateBucket', { Bucket: STANDBY.bucket }, 'KeyAdmin', FAR)
  const records = { bucket: STANDBY.bucket, study: plan.study, count: 4 }
  await storedRecords(stage, { ...records, keyId: Arn, region: FAR })
  installStandby(stage, plan, SELDOM)
}

function installStandby(stage: Stage, { study }: Plan, rhythm: typeof SELDOM | typeof OFTEN): void {
  stage.install(
    reader({ name: STANDBY.reader, bucket: STANDBY.bucket, region: FAR, study, ...rhythm.reader }),
  )
}

/** What people and machines ask on days on which nothing happens. */
async function quietDays(stage: Stage, until: number): Promise<void> {
  const bill = encodeUtf8('invoice of the week')
  while (stage.now + days(1) < until) {
    await stage.moveClock(stage.now + days(1))
    await stage.call('DescribeKey', { KeyId: stage.arn(EXPORTS) }, 'Auditor')
    await stage.call('ListAliases', {}, 'Auditor')
    const sealed = await stage.call('Encrypt', { KeyId: stage.arn(BILLING), Plaintext: bill }, 'AppRole')
    await stage.call('Decrypt', { CiphertextBlob: sealed.CiphertextBlob }, 'AppRole')
  }
  await stage.moveClock(until)
}

/** Two days ahead, for each key whose material has an end: at the first level somebody thought of it, and nobody looked. */
async function alarms(stage: Stage): Promise<void> {
  for (const { id, key } of Object.values(services)) {
    const { KeyMetadata } = await stage.call('DescribeKey', { KeyId: stage.arn(key) }, 'KeyAdmin')
    if ((KeyMetadata as { readonly ValidTo?: unknown }).ValidTo === undefined) continue
    await stage.request('cloudwatch', 'PutMetricAlarm', {
      AlarmName: `${id}-material-ends`,
      Namespace: 'AWS/KMS',
      MetricName: 'SecondsUntilKeyMaterialExpiration',
      Dimensions: [{ Name: 'KeyId', Value: stage.arn(key).split('/')[1] }],
      Statistic: 'Minimum',
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: days(2) / 1_000,
      ComparisonOperator: 'LessThanThreshold',
    })
  }
}
