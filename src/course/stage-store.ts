import type { Bytes } from '../bytes/bytes.ts'
import { contextOf, labelled, objectName, recordId } from './apps/envelope.ts'
import type { AppSetup } from './apps/app.ts'
import { record } from './cast.ts'
import type { Stage } from './lab-definition.ts'

export async function bucket(stage: Stage, name: string, region?: string): Promise<void> {
  await stage.request('s3', 'CreateBucket', { Bucket: name }, 'KeyAdmin', region)
}

/**
 * Records as `intake` writes them, from before the learner came: a data key for each, under the key named, with the
 * context that the app's readers will give.
 *
 * @returns the names of the objects
 */
export async function storedRecords(
  stage: Stage,
  records: {
    readonly bucket: string
    readonly keyId: string
    readonly study: string
    readonly from?: number
    readonly count: number
    readonly context?: AppSetup['context']
    /** Of the bucket */
    readonly region?: string
    /** Where the data keys are asked for, if elsewhere */
    readonly keyRegion?: string
  },
): Promise<string[]> {
  const { bucket, keyId, study, from = 1, count, context = ['record'], region } = records
  const { keyRegion = region } = records
  const names: string[] = []
  for (let number = from; number < from + count; number++) {
    const label = { record: recordId(number), study }
    const made = await stage.call(
      'GenerateDataKey',
      { KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: contextOf(context, label) },
      'AppRole',
      keyRegion,
    )
    const name = objectName(label.record)
    await stage.request(
      's3',
      'PutObject',
      {
        Bucket: bucket,
        Key: name,
        Body: await stage.closeLocally(made.Plaintext as Bytes, record(study, number)),
        Metadata: labelled(made.CiphertextBlob as Bytes, label),
      },
      'AppRole',
      region,
    )
    names.push(name)
  }
  return names
}
