import type { Bytes } from '../../bytes/bytes.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import type { Instant } from '../../world/clock.ts'
import { importedKey, type ImportedKey } from '../stage-import.ts'
import { storedRecords } from '../stage-store.ts'
import type { Scene } from './incident.ts'

export const safeFile = (service: { readonly id: string }, number = 1) => `${service.id}-safe-${number}.key`
export const custodyCard = (service: { readonly id: string }) => `custody-card-${service.id}.txt`

/** A key that KMS filled, with the service's name and alias. */
export async function generatedServiceKey({ stage, service, plan }: Scene): Promise<string> {
  const arn = await generatedKey({ stage }, service.key, `Records of ${plan.sponsor}, ${service.bucket}`)
  await stage.call('CreateAlias', { AliasName: service.alias, TargetKeyId: arn }, 'KeyAdmin')
  return arn
}

export async function generatedKey(
  { stage }: Pick<Scene, 'stage'>,
  name: string,
  description: string,
  more: { readonly MultiRegion?: boolean } = {},
): Promise<string> {
  const { KeyMetadata } = await stage.call('CreateKey', { Description: description, ...more }, 'KeyAdmin')
  const { Arn } = KeyMetadata as { readonly Arn: string }
  stage.name(name, Arn)
  return Arn
}

/** A key with the custodian's material, the service's name and alias, and one copy of the bytes in a safe. */
export async function importedServiceKey(
  scene: Scene,
  { validTo, copy = true }: { readonly validTo?: Instant; readonly copy?: boolean } = {},
): Promise<ImportedKey> {
  const { stage, service, plan } = scene
  const material = stage.random(32)
  const description = `Records of ${plan.sponsor}, ${service.bucket}`
  const key = await importedKey(stage, service.key, description, material, validTo)
  await stage.call('CreateAlias', { AliasName: service.alias, TargetKeyId: key.arn }, 'KeyAdmin')
  await putCard(scene, [{ says: `material of ${service.key}`, bytes: material }])
  if (copy) lockAway(scene, safeFile(service), material)
  return key
}

/** A file in the custodian's safe, which she hands over when it is needed. */
export const lockAway = ({ stage, service }: Scene, name: string, bytes: Bytes) =>
  stage.lockAway(service.bucket, { name, bytes })

/** What the custodians wrote down when they imported: fingerprints, never bytes. The card is no secret. */
export async function putCard(
  scene: Scene,
  lines: readonly { readonly says: string; readonly bytes: Bytes }[],
): Promise<void> {
  const { stage, service } = scene
  const text: string[] = [`Custody card, ${service.bucket}`]
  for (const { says, bytes } of lines) text.push(`${says}: SHA-256 ${await stage.fingerprint(bytes)}`)
  const card = encodeUtf8(`${text.join('\n')}\n`)
  stage.putFile(custodyCard(service), card)
  lockAway(scene, custodyCard(service), card)
}

/** Records from before the night, under the alias of the service. */
export const fillStore = (
  { stage, service, plan }: Scene,
  { from = 1, count = plan.records }: { readonly from?: number; readonly count?: number } = {},
) => storedRecords(stage, { bucket: service.bucket, keyId: service.alias, study: plan.study, from, count })

/** The key is empty or dated by the custodian; the store is full. */
export async function importedAndFilled(scene: Scene, validTo?: Instant): Promise<ImportedKey> {
  const key = await importedServiceKey(scene, validTo === undefined ? {} : { validTo })
  await fillStore(scene)
  return key
}

export async function generatedAndFilled(scene: Scene): Promise<string> {
  const arn = await generatedServiceKey(scene)
  await fillStore(scene)
  return arn
}

/** An attempt of a colleague's, which KMS refuses. */
export async function refused(call: Promise<unknown>): Promise<void> {
  await call.then(
    () => {
      throw new TypeError('KMS should have refused this')
    },
    () => undefined,
  )
}
