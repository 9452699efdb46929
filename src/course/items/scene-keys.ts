import type { Bytes } from '../../bytes/bytes.ts'
import { minutes, type Instant } from '../../world/clock.ts'
import { cast, record } from '../cast.ts'
import type { Role, Stage } from '../lab-definition.ts'
import { encrypted, externalKey, importedKey } from '../stage-import.ts'

const FOR_GOOD = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' } as const
export const until = (validTo: Instant) => ({ ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: validTo })

/** One record under the key, in the file `K3.enc` for a key named K3. */
async function withRecord(stage: Stage, name: string, arn: string): Promise<Bytes> {
  const object = await encrypted(stage, arn, record(cast(stage).study, 1))
  stage.putFile(`${name}.enc`, object)
  return object
}

/** An imported key with one record; its bytes are in the file `K3.bin` for a key named K3. */
export async function importedWithRecord(stage: Stage, name: string, validTo?: Instant) {
  const material = stage.random(32)
  const { arn } = await importedKey(stage, name, `${name}: trial records`, material, validTo)
  stage.putFile(`${name}.bin`, material)
  return { arn, material, object: await withRecord(stage, name, arn) }
}

export async function generatedWithRecord(stage: Stage, name: string) {
  const { KeyMetadata } = await stage.call('CreateKey', { Description: `${name}: trial records` }, 'KeyAdmin')
  const { Arn: arn } = KeyMetadata as { readonly Arn: string }
  stage.name(name, arn)
  return { arn, object: await withRecord(stage, name, arn) }
}

/** Calls go to the Region of the key. */
const regionOf = (arn: string) => arn.split(':')[3]

/** Public key and token of one `GetParametersForImport`: they belong together. */
export interface ParameterSet {
  readonly publicKey: Bytes
  readonly token: Bytes
}

/** Asks for a set; RSAES_OAEP_SHA_256 and RSA_2048 unless told. */
export async function parametersOf(
  stage: Stage,
  arn: string,
  how: Readonly<Record<string, unknown>> = {},
  as: Role = 'KeyCustodian',
): Promise<ParameterSet> {
  const usual = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' }
  const set = await stage.call('GetParametersForImport', { KeyId: arn, ...usual, ...how }, as, regionOf(arn))
  return { publicKey: set.PublicKey as Bytes, token: set.ImportToken as Bytes }
}

/** The files of a set, as the learner would have saved them; the names begin with the key's. */
export function putSet(stage: Stage, name: string, { publicKey, token }: ParameterSet): void {
  stage.putFile(`${name}-WrappingPublicKey.bin`, publicKey)
  stage.putFile(`${name}-ImportToken.bin`, token)
}

/** Sends wrapped bytes; they are to stay without an end unless told. */
export const sendBlob = (
  stage: Stage,
  arn: string,
  blob: Bytes,
  token: Bytes,
  how: Readonly<Record<string, unknown>> = {},
  as: Role = 'KeyCustodian',
) =>
  stage.call(
    'ImportKeyMaterial',
    {
      KeyId: arn,
      ImportToken: token,
      EncryptedKeyMaterial: blob,
      ...('ExpirationModel' in how ? {} : FOR_GOOD),
      ...how,
    },
    as,
    regionOf(arn),
  )

/** Wraps bytes afresh and imports them into a key there is; without an end unless told. */
export async function importBytes(
  stage: Stage,
  arn: string,
  material: Bytes,
  how: Readonly<Record<string, unknown>> = {},
  as: Role = 'KeyCustodian',
) {
  const { publicKey, token } = await parametersOf(stage, arn, {}, as)
  return sendBlob(stage, arn, await stage.wrap(publicKey, material), token, how, as)
}

/** An empty key whose custodian has fetched a set and made 32 bytes, all of it in files. */
export async function emptyKeyWithSet(
  stage: Stage,
  name: string,
  how: Readonly<Record<string, unknown>> = {},
) {
  const arn = await externalKey(stage, name, `${name}: trial records`)
  const set = await parametersOf(stage, arn, how)
  putSet(stage, name, set)
  const material = stage.random(32)
  stage.putFile(`${name}.bin`, material)
  return { arn, material, ...set }
}

/** A key that was rotated on demand once: the first material is NON_CURRENT, the second CURRENT. */
export async function rotatedImport(stage: Stage, name: string, firstValidTo?: Instant) {
  const { arn, material, object } = await importedWithRecord(stage, name, firstValidTo)
  const second = stage.random(32)
  stage.putFile(`${name}-second.bin`, second)
  await importBytes(stage, arn, second, { ImportType: 'NEW_KEY_MATERIAL' })
  await stage.call('RotateKeyOnDemand', { KeyId: arn }, 'KeyAdmin')
  await stage.moveClock(stage.now + minutes(10))
  return { arn, first: material, second, object }
}

/** A multi-Region imported key in the home Region and its replica, which no bytes were imported into. */
export async function replicatedImport(stage: Stage, name: string, replica: string, region: string) {
  const { KeyMetadata } = await stage.call(
    'CreateKey',
    { Origin: 'EXTERNAL', MultiRegion: true, Description: `${name}: trial records` },
    'KeyAdmin',
  )
  const { Arn: arn } = KeyMetadata as { readonly Arn: string }
  stage.name(name, arn)
  const material = stage.random(32)
  stage.putFile(`${name}.bin`, material)
  await importBytes(stage, arn, material)
  const { ReplicaKeyMetadata } = await stage.call(
    'ReplicateKey',
    { KeyId: arn, ReplicaRegion: region },
    'KeyAdmin',
  )
  stage.name(replica, (ReplicaKeyMetadata as { readonly Arn: string }).Arn)
  await stage.moveClock(stage.now + minutes(10))
  return { arn, material, object: await withRecord(stage, name, arn) }
}
