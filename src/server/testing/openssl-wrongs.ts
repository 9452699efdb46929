import type { Bytes } from '../../bytes/bytes.ts'
import { kinds, type Combination, type Kind } from './openssl-kinds.ts'
import type { OpensslLab } from './openssl-lab.ts'

interface Attempt extends Combination {
  readonly KeyId: string
  /** What the key shall have in the end */
  readonly material: Uint8Array
}

/** One way to spoil an import, and AWS's refusal of it (F-323 to F-325). */
export interface Mistake {
  readonly refusal: string
  /** Whether it is a mistake for this kind of material at all */
  readonly where?: (combination: Combination) => boolean
  /** Some can only happen once the right material was there. */
  readonly afterFirst?: true
  attempt(lab: OpensslLab, attempt: Attempt): Promise<unknown>
}

const UNREADABLE = 'InvalidCiphertextException'
const NOT_IT = 'IncorrectKeyMaterialException'
const otherHash = (algorithm: string) =>
  algorithm.endsWith('_SHA_256')
    ? algorithm.replace(/_SHA_256$/, '_SHA_1')
    : algorithm.replace(/_SHA_1$/, '_SHA_256')

const twoSteps = ({ algorithm }: Combination) => algorithm.startsWith('RSA_AES')
const isPair = ({ keySpec }: Combination) => /^(RSA|ECC)_/.test(keySpec)
const isAes = ({ keySpec }: Combination) => keySpec === 'SYMMETRIC_DEFAULT'

export const mistakes: Readonly<Record<string, Mistake>> = {
  'the other hash': {
    refusal: UNREADABLE,
    attempt: (lab, { KeyId, material, ...wrapping }) =>
      lab.importWrapped(KeyId, wrapping, material, { wrapAs: otherHash(wrapping.algorithm) }),
  },
  'one flipped bit': {
    refusal: UNREADABLE,
    attempt: (lab, { KeyId, material, ...wrapping }) =>
      lab.importWrapped(KeyId, wrapping, material, {
        spoil: (blob) => flipped(blob, lab.dice.below(blob.length * 8)),
      }),
  },
  'one byte short': {
    refusal: UNREADABLE,
    attempt: (lab, { KeyId, material, ...wrapping }) =>
      lab.importWrapped(KeyId, wrapping, material, { spoil: (blob) => blob.slice(0, -1) }),
  },
  'for another public key': {
    refusal: UNREADABLE,
    async attempt(lab, { KeyId, material, ...wrapping }) {
      const stranger = await lab.rsaKey(Number(wrapping.spec.slice('RSA_'.length)))
      return lab.importWrapped(KeyId, wrapping, material, { forKey: await lab.publicHalf(stranger) })
    },
  },
  'other material': {
    refusal: NOT_IT,
    afterFirst: true,
    async attempt(lab, { KeyId, material, keySpec, ...wrapping }) {
      let other = material
      // The few RSA pairs are drawn from a pool.
      while (Buffer.compare(other, material) === 0) other = await kindOf(keySpec).make(lab, keySpec)
      return lab.importWrapped(KeyId, wrapping, other)
    },
  },
  'hex instead of bytes': {
    refusal: NOT_IT,
    where: isAes,
    attempt: (lab, { KeyId, material, ...wrapping }) =>
      lab.importWrapped(KeyId, wrapping, Buffer.from(Buffer.from(material).toString('hex'))),
  },
  'one byte too many or too few': {
    refusal: NOT_IT,
    where: isAes,
    attempt: (lab, { KeyId, ...wrapping }) =>
      lab.importWrapped(KeyId, wrapping, lab.dice.bytes(lab.dice.pick([31, 33]))),
  },
  'PEM instead of DER': {
    refusal: NOT_IT,
    where: (combination) => isPair(combination) && twoSteps(combination),
    async attempt(lab, { KeyId, material, ...wrapping }) {
      const pem = await lab.cli.openssl('pkey', '-inform', 'DER', '-in', lab.cli.file(material))
      return lab.importWrapped(KeyId, wrapping, pem)
    },
  },
  'the older key format': {
    refusal: NOT_IT,
    where: (combination) => isPair(combination) && !combination.keySpec.includes('EDWARDS'),
    async attempt(lab, { KeyId, material, ...wrapping }) {
      const words = ['pkey', '-inform', 'DER', '-outform', 'DER', '-traditional']
      const older = await lab.cli.openssl(...words, '-in', lab.cli.file(material))
      return lab.importWrapped(KeyId, wrapping, older)
    },
  },
  'the public half': {
    refusal: NOT_IT,
    where: (combination) => isPair(combination) && twoSteps(combination),
    attempt: async (lab, { KeyId, material, ...wrapping }) =>
      lab.importWrapped(KeyId, wrapping, await lab.publicHalf(material)),
  },
}

export const kindOf = (keySpec: string): Kind =>
  Object.values(kinds).find(({ combinations }) => combinations.some((one) => one.keySpec === keySpec)) as Kind

function flipped(bytes: Bytes, bit: number): Bytes {
  const changed = new Uint8Array(bytes)
  changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7))
  return changed
}
