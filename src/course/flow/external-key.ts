import type { KeyRecord } from '../../kms/key.ts'
import type { FlowStage } from './flow-definition.ts'

/** Creates a KMS key that waits for material. */
export async function externalKey(stage: FlowStage, description: string): Promise<KeyRecord> {
  const made = await stage.call('CreateKey', { Origin: 'EXTERNAL', Description: description }, 'KeyAdmin')
  const metadata = made.output?.KeyMetadata as { readonly Arn: string } | undefined
  const key = metadata && stage.key(metadata.Arn)
  if (!key) throw new TypeError('the new key is not in the account')
  return key
}
