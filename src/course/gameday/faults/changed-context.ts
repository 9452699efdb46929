import { encodeUtf8 } from '../../../bytes/utf8.ts'
import { reader } from '../../apps/app.ts'
import { mustRequest } from '../cures.ts'
import type { Fault, Scene } from '../incident.ts'
import { beforeTheLearner } from '../repairs.ts'
import { generatedAndFilled } from '../scene-keys.ts'
import { OFTEN } from '../rhythm.ts'
import { SETTINGS } from '../services.ts'

const AFTER = 'releases/reader-1.5.json'

const put = ({ stage }: Scene, Key: string, context: readonly string[]) =>
  stage.request('s3', 'PutObject', {
    Bucket: SETTINGS.bucket,
    Key,
    Body: encodeUtf8(`${JSON.stringify({ context })}\n`),
  })

/** G-10: a release of the reader gives another encryption context than the writer did. */
export const changedContext: Fault = {
  id: 'G-10',
  family: 'context',
  levels: [2, 3],
  side: false,
  shows: [],
  async build(scene) {
    await generatedAndFilled(scene)
    await scene.stage.request('s3', 'CreateBucket', { Bucket: SETTINGS.bucket })
    await put(scene, SETTINGS.before, ['record'])
    await put(scene, AFTER, ['record', 'study'])
    await put(scene, SETTINGS.now, ['record'])
  },
  break: async (scene) => void (await put(scene, SETTINGS.now, ['record', 'study'])),
  async apps({ stage, service, plan }) {
    const { bucket, reader: name } = service
    const settings = { bucket: SETTINGS.bucket, key: SETTINGS.now }
    stage.install(reader({ name, bucket, study: plan.study, settings, ...OFTEN.reader }))
  },
  chat: ({ reader: name, writer }) =>
    `Ben: “Release 1.5 of \`${name}\` went out at night, settings and all: see \`s3://${SETTINGS.bucket}\`. \`${writer}\` was not touched and works.”`,
  cause: 'A release made the app give another encryption context',
  because: 'The context of a Decrypt has to be the one of the write, name for name. The trail shows both.',
  misconception: 'M-22',
  who: 'app',
  code: 'InvalidCiphertextException',
  prevents: 'A release test that opens a record of last month',
  preventsBecause: 'A test that reads only what it wrote itself cannot see a changed context.',
  evidence: (view, service) =>
    beforeTheLearner(view).find(
      (event) =>
        event.eventName === 'Decrypt' &&
        event.errorCode === 'InvalidCiphertextException' &&
        event.userIdentity.arn?.endsWith(`/${service.reader}`) === true,
    ),
  repaired: (view, { key }) => view.state(key) === 'Enabled',
  async cure(player) {
    await mustRequest(player, 's3', 'CopyObject', {
      Bucket: SETTINGS.bucket,
      CopySource: `${SETTINGS.bucket}/${SETTINGS.before}`,
      Key: SETTINGS.now,
    })
  },
  target: 5,
  hints: [
    'The settings of the reader, not the key: compare `encryptionContext` in a GenerateDataKey of the writer and a Decrypt of the reader.',
    `\`aws s3 cp s3://${SETTINGS.bucket}/${SETTINGS.before} s3://${SETTINGS.bucket}/${SETTINGS.now}\`; the reader takes its settings before each act.`,
  ],
}
