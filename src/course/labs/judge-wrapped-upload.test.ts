import { describe, expect, it } from 'vitest'
import { encodeBase64 } from '../../bytes/base64.ts'
import { concatBytes, owned, type Bytes } from '../../bytes/bytes.ts'
import { encodeHex } from '../../bytes/hex.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import type { LabView, NumberedEvent, UploadVerdict } from '../lab-definition.ts'
import { hands } from '../testing/hands.ts'
import { judgeWrappedUpload } from './judge-wrapped-upload.ts'

const noise = (length: number) => {
  const out = new Uint8Array(length)
  for (let i = 0; i < length; i++) out[i] = (i * 73 + 129 + (i >> 3) * 31) % 256
  return owned(out)
}

const arn = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'

/** A learner who asked for parameters with this wrapping key; undefined: who did not ask yet. */
function learner(wrappingKeySpec: string | undefined, files: Readonly<Record<string, Bytes>> = {}): LabView {
  const asked = {
    number: 1,
    eventName: 'GetParametersForImport',
    requestParameters: { wrappingKeySpec },
    resources: [{ ARN: arn }],
  }
  return {
    events: wrappingKeySpec === undefined ? [] : [asked as unknown as NumberedEvent],
    key: () => ({ arn }) as never,
    file: (name: string) => files[name],
  } as unknown as LabView
}

const idOf = (verdict: UploadVerdict) => (verdict.accept ? 'accepted' : verdict.id)
const judge = (bytes: Bytes, spec: string | undefined = 'RSA_3072', files = {}) =>
  idOf(judgeWrappedUpload('K3', bytes, learner(spec, files)))

describe('the drop zone of L2.2', () => {
  it.each([
    ['RSA_2048', 256],
    ['RSA_3072', 384],
    ['RSA_4096', 512],
  ])('takes a blob as long as the %s wrapping key, and no other length', (spec, length) => {
    expect(judge(noise(length), spec)).toBe('accepted')
    expect(judge(noise(length - 1), spec)).toBe('wrong-size')
    expect(judge(noise(length + 1), spec)).toBe('wrong-size')
  })

  it.each([
    ['raw', noise(32)],
    ['base64, 44 letters', encodeUtf8(encodeBase64(noise(32)))],
    ['base64 with a line end, 45', encodeUtf8(`${encodeBase64(noise(32))}\n`)],
    ['hex, 64 digits', encodeUtf8(encodeHex(noise(32)))],
    ['hex with a line end, 65', encodeUtf8(`${encodeHex(noise(32))}\n`)],
    ['32 letters that look like text', encodeUtf8('thirty-two letters are 32 bytes.')],
  ])('stops plaintext material: %s', (_form, bytes) => {
    const verdict = judgeWrappedUpload('K3', bytes, learner('RSA_3072'))
    expect(verdict).toMatchObject({ accept: false, id: 'plaintext-material', stop: true })
    expect(verdict.accept === false && verdict.says).toContain(
      'It was not sent anywhere; this page runs in your browser. On a real system treat it as exposed: make new material.',
    )
  })

  it.each([256, 384, 512])(
    'tells the base64 of a %i-byte blob by its content, whatever wrapping key was asked for',
    (length) => {
      for (const spec of ['RSA_2048', 'RSA_3072', 'RSA_4096']) {
        const text = encodeUtf8(encodeBase64(noise(length)))
        expect(judge(text, spec)).toBe('base64-of-blob')
      }
    },
  )

  it('tells 512 letters from 512 bytes', () => {
    expect(judge(encodeUtf8(encodeBase64(noise(384))), 'RSA_4096')).toBe('base64-of-blob')
    expect(judge(noise(512), 'RSA_4096')).toBe('accepted')
  })

  it('knows what KMS handed out: public key and token', async () => {
    const { spki } = await hands.crypto.rsaGenerate(2048)
    const token = noise(1200)
    expect(judge(spki, 'RSA_2048')).toBe('public-key')
    expect(judge(token, 'RSA_2048', { 'ImportToken.bin': token })).toBe('import-token')
    expect(judge(token, 'RSA_2048')).toBe('wrong-size')
  })

  it('stops a private key, in binary and as PEM, but takes a public PEM for the mistake it is', async () => {
    const { pkcs8, spki } = await hands.crypto.rsaGenerate(2048)
    const pem = (label: string, der: Bytes) =>
      encodeUtf8(
        `-----BEGIN ${label}-----\n${(encodeBase64(der).match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${label}-----\n`,
      )
    expect(judge(pkcs8)).toBe('plaintext-material')
    expect(judge(pem('PRIVATE KEY', pkcs8))).toBe('plaintext-material')
    expect(judge(pem('PUBLIC KEY', spki))).toBe('pem')
  })

  it('names empty, too large, zipped, redirected and written files', () => {
    expect(judge(owned(new Uint8Array()))).toBe('empty')
    expect(judge(noise(6145))).toBe('too-large')
    expect(judge(concatBytes(Uint8Array.of(0x50, 0x4b, 3, 4), noise(900)))).toBe('zip')
    expect(judge(utf16('redirected by PowerShell, not base64'))).toBe('redirected-text')
    expect(judge(utf16(encodeHex(noise(32))))).toBe('plaintext-material')
    expect(judge(encodeUtf8('this is a note, not a blob'))).toBe('text')
    expect(judge(encodeUtf8(encodeHex(noise(384))))).toBe('hex-of-blob')
  })

  it('asks for parameters first when there are none', () => {
    expect(judgeWrappedUpload('K3', noise(384), learner(undefined))).toMatchObject({
      accept: false,
      id: 'no-parameters',
    })
  })
})

const utf16 = (text: string) =>
  concatBytes(Uint8Array.of(0xff, 0xfe), ...[...text].map((letter) => Uint8Array.of(letter.charCodeAt(0), 0)))
