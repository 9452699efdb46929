import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCredential } from './credential-guard.ts'

const from = (letters: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: length, maxLength: length })
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const LETTERS = `${UPPER}${UPPER.toLowerCase()}0123456789`
const BASE64 = `${LETTERS}+/`

const id = fc
  .tuple(fc.constantFrom('AKIA', 'ASIA', 'AROA', 'AIDA', 'ABIA', 'ACCA'), from(`${UPPER}234567`, 16))
  .map((parts) => parts.join(''))
const secret = from(BASE64, 40).filter(
  (text) => /[a-z]/.test(text) && /[A-Z]/.test(text) && /[0-9+/]/.test(text),
)
const token = fc.tuple(fc.constantFrom('FwoG', 'IQoJ'), from(BASE64, 300)).map((parts) => parts.join(''))

const real = fc.oneof(
  id,
  id.map((text) => `export AWS_ACCESS_KEY_ID=${text}`),
  id.map((text) => `[default]\naws_access_key_id = ${text}\n`),
  id.map((text) => `{"AccessKeyId":"${text}"}`),
  secret.map((text) => `aws_secret_access_key = ${text}`),
  secret.map((text) => `export AWS_SECRET_ACCESS_KEY="${text}"`),
  secret.map((text) => `AWS Secret Access Key [None]: ${text}`),
  secret.map((text) => `"SecretAccessKey": "${text}",`),
  token,
  from(BASE64, 80).map((text) => `aws_session_token=${text}`),
  from(BASE64, 80).map((text) => `"SessionToken": "${text}"`),
  from(BASE64, 64).map((text) => `-----BEGIN PRIVATE KEY-----\n${text}\n-----END PRIVATE KEY-----`),
  fc
    .constantFrom('RSA', 'EC', 'OPENSSH', 'ENCRYPTED')
    .map((kind) => `-----BEGIN ${kind} PRIVATE KEY-----\nabc`),
)

const hex = (length: number) => from('0123456789abcdef', length)
const uuid = fc.uuid()
const base64 = (length: number) => from(BASE64, length)
const harmless = fc.oneof(
  uuid,
  uuid.map((key) => `arn:aws:kms:eu-west-1:111122223333:key/${key}`),
  uuid.map((key) => `aws kms describe-key --key-id ${key}`),
  hex(64),
  hex(40).map((commit) => `the secret file has SHA-1 ${commit}`),
  hex(64).map((digest) => `sha256sum secret.enc: ${digest}`),
  fc
    .integer({ min: 30, max: 400 })
    .chain(base64)
    .map((text) => `{"CiphertextBlob": "${text}=="}`),
  base64(344).map((text) => `aws kms decrypt --ciphertext-blob ${text}== --query Plaintext`),
  base64(44).map((text) => `aws kms encrypt --plaintext ${text} # our secret`),
  base64(64).map((text) => `-----BEGIN PUBLIC KEY-----\n${text}\n-----END PUBLIC KEY-----`),
  fc.constantFrom(
    'openssl rand -out PlaintextKeyMaterial.bin 32',
    'aws secretsmanager list-secrets',
    'unset AWS_SESSION_TOKEN AWS_SECRET_ACCESS_KEY',
    'echo "$AWS_SESSION_TOKEN"',
    'export AWS_SESSION_TOKEN=$TOKEN',
    'cat /home/user/secrets/production/database/Payroll2026Backup',
    'AKIAIOSFODNN7EXAMPLE',
    'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    'AWS_ACCESS_KEY_ID=lab AWS_SECRET_ACCESS_KEY=lab aws kms list-keys',
    'What is the secret of envelope encryption?',
  ),
)

describe('the credential guard', () => {
  it('catches 500 of 500 generated look-alikes', () => {
    expect(fc.sample(real, { numRuns: 500, seed: 23 }).filter((text) => !findCredential(text))).toEqual([])
  })

  it('raises a false alarm on fewer than 5 of 500 harmless texts', () => {
    expect(
      fc.sample(harmless, { numRuns: 500, seed: 23 }).filter((text) => findCredential(text)).length,
    ).toBeLessThan(5)
  })

  it('says what it found and where', () => {
    const text = 'key AKIAQWERTYUIOPASDFGH here'
    const found = findCredential(text)
    expect(found?.kind).toBe('access-key-id')
    expect(text.slice(found?.where.from, found?.where.to)).toBe('AKIAQWERTYUIOPASDFGH')
    expect(findCredential('x="aws_session_token": "abcdefghijklmnopqrstuvwx"')).toEqual({
      kind: 'session-token',
      where: { from: 24, to: 48 },
    })
  })

  it('lets a private key pass that the lab made', () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nabcd\n-----END PRIVATE KEY-----'
    expect(findCredential(`x ${pem} y`)).toEqual({
      kind: 'private-key',
      where: { from: 2, to: 2 + pem.length },
    })
    expect(findCredential(`x ${pem} y`, { madeByLab: (text) => text === pem })).toBeUndefined()
  })

  it.each([
    ['a', 'a secret '],
    ['A', 'AKIA'],
    ['secret token', 'aws_session_token'],
    ['40 letters', `secret ${'aB3'.repeat(13)}c `],
    ['spaces after a name', `session_token${' '.repeat(50)}`],
    ['headers', '-----BEGIN RSA '],
    ['key beginnings', '-----BEGIN PRIVATE KEY-----'],
    ['no gaps', 'FwoGa'],
  ])('reads 800,000 hostile characters in time that grows with their number: %s', (_, part) => {
    const text = part.repeat(Math.ceil(800_000 / part.length))
    const runs = [1, 2, 3].map(() => {
      const start = performance.now()
      findCredential(text, { madeByLab: () => true })
      return performance.now() - start
    })
    expect(Math.min(...runs)).toBeLessThan(10_000)
  })
})
