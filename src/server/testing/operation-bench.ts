import { constants, createPublicKey, publicEncrypt, createCipheriv, randomBytes } from 'node:crypto'
import * as sdk from '@aws-sdk/client-kms'
import { expect } from 'vitest'
import { putProxy } from '../../kms/outside.ts'
import { secretDigest } from '../../kms/outside-secret.ts'
import type { Tables } from '../../kms/tables.ts'
import { faultsOfAnswer } from './answer-shape.ts'
import { clientFor, labDoor, travel } from './real-client.ts'

/** Commands differ in their input; the SDK's own union of them fits none. */
type Command = object
/** The SDK's own method, so that each answer has the type of its command. */
type Send = sdk.KMSClient['send']
type Refusal = abstract new (...details: never[]) => sdk.KMSServiceException

export const operationOf = (command: object) => command.constructor.name.replace(/Command$/, '')

/** One endpoint as the rows of `operation-rows.ts` use it: every answer is held against AWS's model on its way. */
export function operationBench(port: number, tables: Tables) {
  const answered = new Set<string>()
  const clients = new Map<string, sdk.KMSClient>()
  const clientIn = (region: string) => {
    const client = clients.get(region) ?? clientFor(port, region)
    clients.set(region, client)
    return client
  }

  async function checked(region: string, command: Command): Promise<object> {
    const operation = operationOf(command)
    const answer = (await clientIn(region).send(command as never)) as sdk.__MetadataBearer
    expect(faultsOfAnswer(operation, answer)).toEqual([])
    expect(answer.$metadata).toMatchObject({ httpStatusCode: 200, attempts: 1 })
    expect(answer.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/)
    answered.add(operation)
    return answer
  }

  const send = ((command: Command) => checked('eu-west-1', command)) as Send
  const sendFrom = checked as unknown as <Answer>(
    region: string,
    command: {
      readonly resolveMiddleware: (...args: never[]) => (...args: never[]) => Promise<{ output: Answer }>
    },
  ) => Promise<Answer>

  async function key(input: sdk.CreateKeyCommandInput = {}) {
    const { KeyMetadata } = await send(new sdk.CreateKeyCommand(input))
    return { KeyId: KeyMetadata?.KeyId as string, Arn: KeyMetadata?.Arn as string }
  }

  async function importInto(
    KeyId: string,
    material: Uint8Array,
    options: Partial<sdk.ImportKeyMaterialCommandInput> = DOES_NOT_EXPIRE,
    twoSteps = false,
  ) {
    const { PublicKey, ImportToken } = await send(
      new sdk.GetParametersForImportCommand({
        KeyId,
        WrappingAlgorithm: twoSteps ? 'RSA_AES_KEY_WRAP_SHA_256' : 'RSAES_OAEP_SHA_256',
        WrappingKeySpec: 'RSA_2048',
      }),
    )
    const expiry = options.ValidTo || options.ExpirationModel ? {} : DOES_NOT_EXPIRE
    const { KeyMaterialId } = await send(
      new sdk.ImportKeyMaterialCommand({
        KeyId,
        ImportToken,
        EncryptedKeyMaterial: wrap(PublicKey as Uint8Array, material, twoSteps),
        ...expiry,
        ...options,
      }),
    )
    return { KeyMaterialId }
  }

  return {
    answered,
    send,
    sendFrom,
    key,
    clientIn,

    async refused(command: Command, as: Refusal): Promise<void> {
      const refusal = await clientIn('eu-west-1')
        .send(command as never)
        .then(
          () => expect.fail(`${operationOf(command)} was answered`),
          (error: sdk.KMSServiceException) => error,
        )
      expect(refusal).toBeInstanceOf(as)
      expect(refusal.$metadata).toMatchObject({ httpStatusCode: refusal.$fault === 'client' ? 400 : 500 })
      expect(typeof refusal.message).toBe('string')
    },

    async state(KeyId: string) {
      return (await send(new sdk.DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState
    },

    /** Milliseconds, as the endpoint's clock has them. */
    async now(): Promise<number> {
      return (await labDoor<{ now: number }>(port, 'clock')).now * 1000
    },

    travel: (seconds: number) => travel(port, seconds),

    /** An external key with this material in it, wrapped by node:crypto in the way that fits its kind. */
    async imported(
      material: Uint8Array,
      options: Partial<sdk.ImportKeyMaterialCommandInput> = {
        ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      },
      spec: sdk.CreateKeyCommandInput = {},
    ) {
      const made = await key({ ...spec, Origin: 'EXTERNAL' })
      const twoSteps = spec.KeySpec !== undefined && !spec.KeySpec.startsWith('HMAC')
      return { ...made, ...(await importInto(made.KeyId, material, options, twoSteps)) }
    },

    importInto,

    /** A store over an external key manager that answers, not connected yet. */
    async externalStore(CustomKeyStoreName: string): Promise<string> {
      const path = `/${CustomKeyStoreName}/kms/xks/v1`
      const endpoint = 'https://xks.example.com'
      const accessKeyId = 'ABCDEFGHIJKLMNOPQRST'
      const secret = 'a'.repeat(43)
      tables.apply([
        putProxy({
          endpoint,
          path,
          manager: 'outside',
          accessKeyId,
          secret: secretDigest(accessKeyId, secret),
          reachable: true,
          network: true,
          tls: true,
          answers: 'well',
          authorizes: true,
          managerUp: true,
        }),
      ])
      const { CustomKeyStoreId } = await send(
        new sdk.CreateCustomKeyStoreCommand({
          CustomKeyStoreName,
          CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
          XksProxyConnectivity: 'PUBLIC_ENDPOINT',
          XksProxyUriEndpoint: endpoint,
          XksProxyUriPath: path,
          XksProxyAuthenticationCredential: {
            AccessKeyId: accessKeyId,
            RawSecretAccessKey: secret,
          },
        }),
      )
      return CustomKeyStoreId as string
    },

    destroy() {
      for (const client of clients.values()) client.destroy()
    },
  }
}

export type OperationBench = ReturnType<typeof operationBench>

const DOES_NOT_EXPIRE = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' } as const

function wrap(publicKey: Uint8Array, material: Uint8Array, twoSteps: boolean): Buffer {
  const oaep = {
    key: createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }),
    padding: constants.RSA_PKCS1_OAEP_PADDING,
    oaepHash: 'sha256',
  }
  if (!twoSteps) return publicEncrypt(oaep, material)
  const ephemeral = randomBytes(32)
  const cipher = createCipheriv('id-aes256-wrap-pad', ephemeral, Buffer.from('A65959A6', 'hex'))
  return Buffer.concat([publicEncrypt(oaep, ephemeral), cipher.update(material), cipher.final()])
}
