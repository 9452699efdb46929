import type { Operation } from '../../kms/operation.ts'

/** Names that the commands of the course use too. Members that are not named are shown only, unless the learner asks. */
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  GetParametersForImport: { PublicKey: 'WrappingPublicKey.bin', ImportToken: 'ImportToken.bin' },
  Encrypt: { CiphertextBlob: 'secret.enc' },
  ReEncrypt: { CiphertextBlob: 'secret-again.enc' },
  GenerateDataKey: { CiphertextBlob: 'data-key.enc' },
  GenerateDataKeyWithoutPlaintext: { CiphertextBlob: 'data-key.enc' },
  GetPublicKey: { PublicKey: 'PublicKey.bin' },
  GenerateRandom: { Plaintext: 'random.bin' },
  Sign: { Signature: 'signature.bin' },
  GenerateMac: { Mac: 'mac.bin' },
  DeriveSharedSecret: { SharedSecret: 'shared-secret.bin' },
  Encapsulate: { SharedSecret: 'shared-secret.bin', SharedSecretCiphertextBlob: 'enclosed.bin' },
  Decapsulate: { SharedSecret: 'shared-secret-again.bin' },
  GenerateDataKeyPair: { PublicKey: 'PublicKey.bin', PrivateKeyCiphertextBlob: 'private-key.enc' },
  GenerateDataKeyPairWithoutPlaintext: {
    PublicKey: 'PublicKey.bin',
    PrivateKeyCiphertextBlob: 'private-key.enc',
  },
}

const otherwise: Readonly<Record<string, string>> = {
  Plaintext: 'plain.bin',
  PrivateKeyPlaintext: 'private-key.bin',
}

export interface Keepable {
  readonly member: string
  /** What the file is called unless the learner says otherwise */
  readonly name: string
  readonly byDefault: boolean
}

/** The blobs an operation answers with, each with a name for a file. */
export function keepables({ name: operation, output }: Pick<Operation, 'name' | 'output'>): Keepable[] {
  return Object.entries(output)
    .filter(([member, { shape }]) => shape.kind === 'blob' && member !== 'CiphertextForRecipient')
    .map(([member]) => {
      const name = names[operation]?.[member]
      return { member, name: name ?? otherwise[member] ?? `${member}.bin`, byDefault: name !== undefined }
    })
}

/** secret.enc, secret-2.enc, secret-3.enc: a file is never replaced without the learner's wish. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  const dot = name.lastIndexOf('.')
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let n = 2; ; n++) if (!taken.has(`${stem}-${n}${end}`)) return `${stem}-${n}${end}`
}
