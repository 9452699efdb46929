import { expect } from 'vitest'
import type { OpensslLab } from './openssl-lab.ts'
import type { Imported } from './openssl-kinds.ts'

/** The MAC of KMS is that of `openssl mac`, and KMS takes openssl's. */
export async function checkMac(
  { cli, account, dice }: OpensslLab,
  { KeyId, spec, material }: Imported,
): Promise<void> {
  const bits = spec.slice('HMAC_'.length)
  const Message = dice.bytes(1, 4096)
  const request = { KeyId, Message, MacAlgorithm: `HMAC_SHA_${bits}` }
  const { Mac } = await account.call('GenerateMac', request)
  const theirs = await cli.openssl(
    ['mac', '-digest', `SHA${bits}`, '-macopt', `hexkey:${Buffer.from(material).toString('hex')}`],
    ['-in', cli.file(Message), '-binary', 'HMAC'],
  )
  expect(Buffer.from(Mac).toString('hex')).toBe(theirs.toString('hex'))
  expect(await account.call('VerifyMac', { ...request, Mac: new Uint8Array(theirs) })).toMatchObject({
    MacValid: true,
  })
}

const ECDSA = ['ECDSA_SHA_256']
const RSASSA = ['PKCS1_V1_5', 'PSS'].flatMap((scheme) =>
  [256, 384, 512].map((bits) => `RSASSA_${scheme}_SHA_${bits}`),
)
const SIGNING: Readonly<Record<string, readonly string[]>> = {
  ECC_NIST_P256: ECDSA,
  ECC_SECG_P256K1: ECDSA,
  ECC_NIST_P384: ['ECDSA_SHA_384'],
  ECC_NIST_P521: ['ECDSA_SHA_512'],
  ECC_NIST_EDWARDS25519: ['ED25519_SHA_512'],
  RSA_2048: RSASSA,
  RSA_3072: RSASSA,
  RSA_4096: RSASSA,
}

/** openssl verifies what KMS signed with the public half that openssl derived, and KMS verifies what openssl signed. */
export async function checkSignature(lab: OpensslLab, { KeyId, spec, material }: Imported): Promise<void> {
  const { cli, account, dice } = lab
  const publicKey = await samePublicHalf(lab, KeyId, material)
  const SigningAlgorithm = dice.pick(SIGNING[spec] as readonly string[])
  // Ed25519 hashes the message itself; OpenSSL 3.0 does not know its prehash form.
  const MessageType = spec === 'ECC_NIST_EDWARDS25519' ? 'RAW' : dice.pick(['RAW', 'DIGEST'])
  const hash = `sha${SigningAlgorithm.slice(-3)}`
  const raw = dice.bytes(1, 4096)
  const message =
    MessageType === 'RAW'
      ? raw
      : new Uint8Array(await cli.openssl('dgst', `-${hash}`, '-binary', cli.file(raw)))
  const request = { KeyId, Message: message, MessageType, SigningAlgorithm }

  const words = pkeyutlWords(SigningAlgorithm, MessageType, hash)
  const input = ['-in', cli.file(message), ...words]
  const { Signature } = await account.call('Sign', request)
  const verdict = await cli.openssl(
    ['pkeyutl', '-verify', '-pubin', '-inkey', cli.file(publicKey), '-keyform', 'DER'],
    ['-sigfile', cli.file(Signature), ...input],
  )
  expect(verdict.toString().trim()).toBe('Signature Verified Successfully')

  const theirs = await cli.openssl([
    'pkeyutl',
    '-sign',
    '-inkey',
    cli.file(material),
    '-keyform',
    'DER',
    ...input,
  ])
  expect(await account.call('Verify', { ...request, Signature: new Uint8Array(theirs) })).toMatchObject({
    SignatureValid: true,
  })
}

function pkeyutlWords(algorithm: string, messageType: string, hash: string): string[] {
  if (algorithm.startsWith('ED25519')) return ['-rawin']
  const pss = ['-pkeyopt', 'rsa_padding_mode:pss', '-pkeyopt', 'rsa_pss_saltlen:digest']
  return [
    ...(messageType === 'RAW' ? ['-rawin', '-digest', hash] : ['-pkeyopt', `digest:${hash}`]),
    ...(algorithm.includes('PSS') ? pss : []),
  ]
}

/** Both sides of an exchange with a stranger's pair come to one secret. */
export async function checkEcdhSecret(lab: OpensslLab, { KeyId, spec, material }: Imported): Promise<void> {
  const { cli, account } = lab
  const publicKey = await samePublicHalf(lab, KeyId, material)
  const stranger = await lab.ecKey(`P-${spec.slice(-3)}`)
  const { SharedSecret } = await account.call('DeriveSharedSecret', {
    KeyId,
    KeyAgreementAlgorithm: 'ECDH',
    PublicKey: new Uint8Array(await lab.publicHalf(stranger)),
  })
  const theirs = await cli.openssl(
    ['pkeyutl', '-derive', '-inkey', cli.file(stranger), '-keyform', 'DER'],
    ['-peerkey', cli.file(publicKey), '-peerform', 'DER'],
  )
  expect(Buffer.from(SharedSecret).toString('hex')).toBe(theirs.toString('hex'))
}

/** Each side opens what the other closed. */
export async function checkRsaCiphertext(lab: OpensslLab, { KeyId, material }: Imported): Promise<void> {
  const { cli, account, dice } = lab
  const publicKey = await samePublicHalf(lab, KeyId, material)
  const bits = dice.pick(['1', '256'])
  const request = { KeyId, EncryptionAlgorithm: `RSAES_OAEP_SHA_${bits}` }
  const padding = ['rsa_padding_mode:oaep', `rsa_oaep_md:sha${bits}`, `rsa_mgf1_md:sha${bits}`].flatMap(
    (option) => ['-pkeyopt', option],
  )
  // 190 bytes is what the smallest modulus holds with SHA-256.
  const Plaintext = dice.bytes(1, 190)
  const { CiphertextBlob } = await account.call('Encrypt', { ...request, Plaintext })
  const opened = await cli.openssl(
    ['pkeyutl', '-decrypt', '-inkey', cli.file(material), '-keyform', 'DER'],
    ['-in', cli.file(CiphertextBlob), ...padding],
  )
  expect(new Uint8Array(opened)).toEqual(Plaintext)

  const closed = await cli.openssl(
    ['pkeyutl', '-encrypt', '-pubin', '-inkey', cli.file(publicKey), '-keyform', 'DER'],
    ['-in', cli.file(Plaintext), ...padding],
  )
  const answer = await account.call('Decrypt', { ...request, CiphertextBlob: new Uint8Array(closed) })
  expect(answer.Plaintext).toEqual(Plaintext)
}

/** @returns the public half as openssl derived it, after GetPublicKey was found to give the same bytes */
async function samePublicHalf(
  { account, publicHalf }: OpensslLab,
  KeyId: string,
  material: Uint8Array,
): Promise<Uint8Array> {
  const { PublicKey } = await account.call('GetPublicKey', { KeyId })
  const derived = await publicHalf(material)
  expect(Buffer.from(PublicKey).toString('hex')).toBe(derived.toString('hex'))
  return derived
}
