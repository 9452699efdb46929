import { equalBytes, type Bytes } from '../../bytes/bytes.ts'
import { recogniseFile } from '../../bytes/what-file.ts'
import type { LabView, UploadVerdict } from '../lab-definition.ts'
import { BLOB_BYTES, expectedBlob } from './import-mistakes.ts'

export const PUBLIC_KEY = 'WrappingPublicKey.bin'
export const TOKEN = 'ImportToken.bin'

/** EncryptedKeyMaterial takes no more (F-306). */
const LARGEST = 6144

const MATERIAL_BYTES = 32

const refuse = (id: string, title: string, says: string, misconception?: string): UploadVerdict => ({
  accept: false,
  id,
  title,
  says,
  ...(misconception === undefined ? {} : { misconception }),
})

const secret = (what: string): UploadVerdict => ({
  accept: false,
  id: 'plaintext-material',
  title: 'Stop: this file is the secret',
  says: `That is the secret itself (${what}). It was not sent anywhere; this page runs in your browser. On a real system treat it as exposed: make new material.`,
  stop: true,
  misconception: 'M-18',
})

/**
 * Only a wrapped blob may pass. Everything is told by content: 512 bytes alone can be an RSA_4096 blob or the base64
 * text of an RSA_3072 one (F-359).
 */
export function judgeWrappedUpload(key: string, bytes: Bytes, view: LabView): UploadVerdict {
  if (bytes.length === 0)
    return refuse(
      'empty',
      'The file is empty',
      'There are 0 bytes in this file. The wrapping step wrote nothing: read what openssl printed, then run it again.',
    )
  if (bytes.length === MATERIAL_BYTES) return secret('32 bytes')
  const published = judgePublished(bytes, view)
  if (published) return published
  return judgeForm(bytes) ?? judgeSize(key, bytes, view)
}

/** The two files that came from KMS, handed back. */
function judgePublished(bytes: Bytes, view: LabView): UploadVerdict | undefined {
  const same = (name: string) => {
    const file = view.file(name)
    return file !== undefined && equalBytes(file, bytes)
  }
  if (same(TOKEN)) {
    return refuse(
      'import-token',
      'This is the import token',
      'The token is the label, not the box. It goes into the import call beside the wrapped file. Upload the file that openssl wrote.',
      'M-16',
    )
  }
  if (same(PUBLIC_KEY)) return thePublicKey
  return undefined
}

const thePublicKey = refuse(
  'public-key',
  'This is a public key',
  'KMS gave you this key so that you can close the box with it. It is not the box. Upload the file that openssl wrote with `-out`.',
  'M-18',
)

function judgeForm(bytes: Bytes): UploadVerdict | undefined {
  const form = recogniseFile(bytes)
  switch (form.is) {
    case 'zip':
      return refuse(
        'zip',
        'This is the zip file',
        'This is a zip file, perhaps the one you downloaded. Unpack it, wrap your material with the public key inside, and upload the wrapped file.',
      )
    case 'der-spki':
      return thePublicKey
    case 'der-pkcs8':
      return secret('a private key')
    case 'pem':
      return form.label.includes('PRIVATE')
        ? secret('a private key')
        : refuse(
            'pem',
            'This is a PEM text file',
            'A PEM file is text with dashes around base64 letters. A wrapped blob is binary and has no such frame. Upload the file that openssl wrote with `-out`.',
            'M-14',
          )
    case 'utf16-text': {
      const inside = judgeForm(form.decoded)
      return inside?.accept === false && inside.stop ? inside : redirected
    }
    case 'hex-text':
      return judgeText(form.decoded, 'hex', 'xxd -r -p wrapped.txt wrapped.bin')
    case 'base64-text':
      return judgeText(form.decoded, 'base64', 'openssl base64 -d -A -in wrapped.txt -out wrapped.bin')
    case 'text':
      return refuse(
        'text',
        'This is a text file',
        'A wrapped blob is binary; every byte in this file is a letter. Upload the file that openssl wrote with `-out`.',
        'M-14',
      )
    case 'empty':
    case 'der-other':
    case 'binary':
      return undefined
  }
}

const redirected = refuse(
  'redirected-text',
  'A redirection changed the bytes',
  'This file is text in UTF-16. Windows PowerShell writes that with `>`. Let openssl write the file itself with `-out`.',
  'M-14',
)

function judgeText(decoded: Bytes, form: 'hex' | 'base64', command: string): UploadVerdict {
  if (decoded.length === MATERIAL_BYTES) return secret(`32 bytes, written as ${form}`)
  const blob = Object.values(BLOB_BYTES).includes(decoded.length)
  if (!blob)
    return refuse(
      'text',
      'This is a text file',
      `This is ${form} text of ${decoded.length} bytes. A wrapped blob is binary and has 256, 384 or 512 bytes. Upload the file that openssl wrote.`,
      'M-14',
    )
  return refuse(
    `${form}-of-blob`,
    `This is ${form} text of a wrapped blob`,
    `The letters stand for ${decoded.length} bytes, which is the size of a wrapped blob. KMS takes the bytes, not the letters. Turn it back with \`${command}\`, then upload that file.`,
    'M-14',
  )
}

function judgeSize(key: string, { length }: Bytes, view: LabView): UploadVerdict {
  if (length > LARGEST)
    return refuse(
      'too-large',
      'The file is too large',
      `This file has ${length} bytes; KMS takes at most 6,144. A wrapped blob for this key has 256, 384 or 512 bytes.`,
    )
  const expected = expectedBlob(view, key)
  if (expected === undefined)
    return refuse(
      'no-parameters',
      'Ask for the parameters first',
      `There is no public key for ${key} yet, so this file cannot fit it. Ask for the import parameters, then wrap.`,
    )
  if (length === expected) return { accept: true }
  return refuse(
    'wrong-size',
    'The size does not fit the wrapping key',
    `This file has ${length} bytes. You asked for a wrapping key that gives exactly ${expected}. Wrap with the newest public key and upload the whole file.`,
  )
}
