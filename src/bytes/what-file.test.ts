import { describe, expect, it } from 'vitest'
import { encodeBase64 } from './base64.ts'
import { decodeHex, encodeHex } from './hex.ts'
import { encodePem } from './pem.ts'
import { encodeUtf8 } from './utf8.ts'
import { recogniseFile } from './what-file.ts'

const key = Uint8Array.from({ length: 32 }, (_, i) => (i * 7 + 129) % 256)
const utf16le = (text: string) => Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0), 0]))

describe('a file a learner picked', () => {
  it.each([
    ['base64-text', encodeUtf8(encodeBase64(key))],
    ['base64-text', encodeUtf8(`${encodeBase64(key)}\n`)],
    ['hex-text', encodeUtf8(encodeHex(key))],
    ['hex-text', encodeUtf8(`0x${encodeHex(key).toUpperCase()}\r\n`)],
    ['pem', encodeUtf8(encodePem('PRIVATE KEY', key))],
  ])('is %s and gives the bytes it stands for', (is, bytes) => {
    expect(recogniseFile(bytes)).toMatchObject({ is, decoded: key })
  })

  it('is UTF-16 text, as a Windows redirection writes it, with and without a mark', () => {
    const text = encodeHex(key)
    const found = { is: 'utf16-text', decoded: encodeUtf8(text) }
    expect(recogniseFile(utf16le(text))).toEqual(found)
    expect(recogniseFile(utf16le(`\ufeff${text}`).map((byte, i) => [0xff, 0xfe][i] ?? byte))).toEqual(found)
  })

  it.each([
    ['empty', new Uint8Array()],
    ['binary', key],
    ['zip', decodeHex('504b0304ff')],
    ['text', encodeUtf8('hello, world, how are you?')],
    ['text', encodeUtf8('Zm9v')],
    [
      'der-spki',
      decodeHex('302a300506032b657003210019bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1'),
    ],
    [
      'der-pkcs8',
      decodeHex(
        '302e020100300506032b657004220420d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842',
      ),
    ],
    ['der-other', decodeHex('3003020101')],
    ['binary', decodeHex('0401ff')],
  ])('is %s', (is, bytes) => {
    expect(recogniseFile(bytes)).toEqual({ is })
  })
})
