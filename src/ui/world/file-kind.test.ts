import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { packCiphertext, packHeader } from '../../kms/ciphertext.ts'
import { fileKind, fileLook } from './file-kind.ts'

const noise = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 151 + 200) % 256)

describe('what World draws of a file', () => {
  it('is a chip for 32 raw bytes, a box for as many as a modulus has', () => {
    expect(fileKind(noise(32))).toBe('material')
    expect(fileKind(noise(384))).toBe('wrapped')
    expect(fileKind(noise(256 + 40))).toBe('wrapped')
    expect(fileKind(noise(300))).toBe('binary')
    // A record that openssl closed
    expect(fileKind(noise(48))).toBe('binary')
  })

  it('is text for text, whatever it stands for', () => {
    expect(fileKind(encodeUtf8('0eNHuIHrMY8UkSM0eNHuIHrMY8UkSM0eNHuIHrMY8Uk=\n'))).toBe('text')
    expect(fileKind(new Uint8Array())).toBe('empty')
  })

  it('knows its own blobs by their label', () => {
    expect(fileKind(encodeUtf8('SIMULATED-KMS-IMPORT-TOKEN 1\nxxxx'))).toBe('token')
    const header = packHeader({
      accountId: '111122223333',
      regions: ['eu-west-1'],
      keyId: 'key-1',
      materialId: 'ab'.repeat(32),
    })
    expect(fileLook(packCiphertext(header, noise(12), noise(40)))).toMatchObject({
      kind: 'ciphertext',
      keyId: 'key-1',
    })
  })
})
