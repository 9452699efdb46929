import type { Bytes } from '../../bytes/bytes.ts'
import { readSpki } from '../../bytes/spki.ts'
import { cast } from '../cast.ts'
import { about, met, open, requested, stateNow, succeeded } from '../evidence.ts'
import type { Condition, LabDefinition, LabView, Question } from '../lab-definition.ts'
import { externalKey } from '../stage-import.ts'
import { firstImportMistakes, importMistakes } from './import-mistakes.ts'
import { PUBLIC_KEY, TOKEN } from './judge-wrapped-upload.ts'

const KEY = 'K2'
const MATERIAL = 'material.bin'
const WRAPPED = 'wrapped.bin'
const BITS = 3072
const HALF_PRINT = '[0-9a-fA-F]{16,64}'

const named = (view: LabView, eventName: string) =>
  about(view, KEY).filter((event) => event.eventName === eventName && succeeded(event))
const isText = (bytes: Bytes) =>
  bytes.every((byte) => byte === 10 || byte === 13 || (byte >= 32 && byte < 127))

function bitsOf(bytes: Bytes): number | undefined {
  try {
    const key = readSpki(bytes)
    return key.kind === 'rsa' ? key.modulusBits : undefined
  } catch {
    return undefined
  }
}

const asked: Condition = {
  id: 'parameters-asked',
  says: `You asked for the import parameters of ${KEY}: RSAES_OAEP_SHA_256 and RSA_3072.`,
  holds(view) {
    const event = named(view, 'GetParametersForImport').at(-1)
    const right =
      event &&
      requested(event, 'wrappingAlgorithm') === 'RSAES_OAEP_SHA_256' &&
      requested(event, 'wrappingKeySpec') === 'RSA_3072'
    if (right) return met(event)
    return open(
      event ? 'The newest parameters are of another kind.' : `Nobody has asked for parameters of ${KEY}.`,
      'Ask with the algorithm RSAES_OAEP_SHA_256 and the wrapping key spec RSA_3072.',
    )
  },
}

const fileKept = (
  id: string,
  name: string,
  says: string,
  good: (bytes: Bytes) => boolean,
  why: string,
): Condition => ({
  id,
  says,
  holds(view) {
    const bytes = view.file(name)
    if (!bytes) return open(`There is no file ${name}.`, why)
    return good(bytes)
      ? met(undefined)
      : open(
          isText(bytes)
            ? `${name} has ${bytes.length} bytes and is still text.`
            : `${name} has ${bytes.length} bytes and is not what it should be.`,
          why,
        )
  },
})

const written: Condition = {
  id: 'fingerprint-written',
  says: 'The custody card has the fingerprint of the material and two places.',
  holds(view) {
    const print = view.answer('fingerprint')?.trim() ?? ''
    const places = [view.answer('first-place'), view.answer('second-place')].map((each) => each?.trim() ?? '')
    if (!new RegExp(`^${HALF_PRINT}$`).test(print))
      return open('There is no fingerprint on the card.', `\`sha256sum ${MATERIAL}\` prints it.`)
    return places.every((place) => place.length > 1) && places[0] !== places[1]
      ? met(undefined)
      : open('The card does not name two different places.', 'Name where the first and the second copy lie.')
  },
}

const imported: Condition = {
  id: 'imported',
  says: `${KEY} is Enabled, with material that does not expire.`,
  holds(view) {
    const event = named(view, 'ImportKeyMaterial')[0]
    const model = view.key(KEY)?.materials[0]?.expirationModel
    if (event && view.state(KEY) === 'Enabled' && model === 'KEY_MATERIAL_DOES_NOT_EXPIRE') return met(event)
    return open(
      event ? `${stateNow(view, KEY)} Its material expires.` : stateNow(view, KEY),
      'Send the wrapped file and the token of the same answer, and name the expiration model.',
    )
  },
}

const used: Condition = {
  id: 'used',
  says: `You encrypted a note with ${KEY} and decrypted it again.`,
  holds(view) {
    const [sealed] = named(view, 'Encrypt')
    const opened = sealed && named(view, 'Decrypt').find(({ number }) => number > sealed.number)
    return opened
      ? met(opened)
      : open(
          sealed ? 'The note is encrypted and still closed.' : `Nothing has been encrypted with ${KEY}.`,
          'Encrypt answers with base64 text; Decrypt wants the bytes.',
        )
  },
}

const whatItProtects: Question = {
  id: 'never-on-this-disk',
  again: true,
  asks: 'Which of these was never on this disk?',
  options: [
    {
      id: 'public',
      text: 'the public half of the wrapping key',
      because: `It is the file ${PUBLIC_KEY}. Everybody may see it.`,
    },
    {
      id: 'private',
      text: 'the private half of the wrapping key',
      correct: true,
      because: 'It stays in the HSMs of KMS. That is why the wrapped file opens there and nowhere else.',
    },
    {
      id: 'material',
      text: 'the key material',
      misconception: 'M-18',
      because: `It was made here: ${MATERIAL}. Your copy stays yours.`,
    },
  ],
}

const privateHalf: Condition = {
  id: 'private-half',
  says: 'You said which part never was on this disk.',
  holds: (view) =>
    view.answer(whatItProtects.id) === 'private'
      ? met(undefined)
      : open('That question is open.', 'Look through your files: one thing was never among them.'),
}

export const firstImport: LabDefinition = {
  id: 'first-import',
  code: 'L2.1',
  title: 'First import, line by line',
  module: 2,
  metric: 'import-workflow',
  objectives: ['O2.1', 'O2.2'],
  competencies: ['IMP-1', 'IMP-2', 'IMP-3', 'IMP-4', 'IMP-5', 'IMP-6'],
  recalls: ['IQ02', 'IQ03', 'IQ05', 'IQ08', 'IQ12', 'IQ24', 'IQ26'],
  outcome: 'You can import key material step by step, from an empty key to a note that it opens again.',
  minutes: 18,
  mode: 'worked',
  bench: 'terminal',
  story: [
    'Sponsor B signs when the bytes of the key come from Fernhill. Amara shows you the whole way once: each task has the lines that she types at work.',
    `KMS key \`${KEY}\` waits: its origin is EXTERNAL and its socket is empty. The terminal of this page has \`aws\` and \`openssl\`; your own computer will do as well.`,
  ],
  steps: [
    {
      id: 'get-parameters',
      title: 'Get the wrapping key and the token, as bytes',
      text: [
        `Ask for the import parameters of \`${KEY}\`, with RSAES_OAEP_SHA_256 and RSA_3072. The answer holds two blobs, written as base64 text.`,
        `Keep them as bytes: \`${PUBLIC_KEY}\` and \`${TOKEN}\`. Text and bytes are two things here, and openssl only takes the bytes.`,
      ],
      lines: [
        `aws kms get-parameters-for-import --key-id <ID of ${KEY}> --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_3072 > parameters.json`,
        `jq -r .PublicKey parameters.json | base64 -d > ${PUBLIC_KEY}`,
        `jq -r .ImportToken parameters.json | base64 -d > ${TOKEN}`,
      ],
      conditions: [
        asked,
        fileKept(
          'public-key-kept',
          PUBLIC_KEY,
          `${PUBLIC_KEY} holds the public key in DER: ${BITS} bits.`,
          (bytes) => bitsOf(bytes) === BITS,
          'Decode `PublicKey` of the newest answer from base64 and write the bytes.',
        ),
        fileKept(
          'token-kept',
          TOKEN,
          `${TOKEN} holds the token as bytes.`,
          (bytes) => bytes.length > 100 && !isText(bytes),
          'Decode `ImportToken` of the same answer from base64 and write the bytes.',
        ),
      ],
      hints: [
        'The answer is base64 text; the files must be bytes.',
        '`--query PublicKey --output text` prints one blob; `openssl base64 -d -A` makes bytes of it.',
        `\`aws kms get-parameters-for-import --key-id <ARN of ${KEY}> --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_3072 > parameters.json\`, then \`jq -r .PublicKey parameters.json | base64 -d > ${PUBLIC_KEY}\` and \`jq -r .ImportToken parameters.json | base64 -d > ${TOKEN}\``,
      ],
    },
    {
      id: 'make-material',
      title: 'Make 32 random bytes and count them',
      text: [
        `Make the material in a file of its own, \`${MATERIAL}\`, and count its bytes. A symmetric key takes exactly 32.`,
      ],
      lines: [`openssl rand -out ${MATERIAL} 32`, `wc -c ${MATERIAL}`],
      conditions: [
        fileKept(
          'material-made',
          MATERIAL,
          `${MATERIAL} has exactly 32 bytes.`,
          (bytes) => bytes.length === 32,
          '44, 45, 64 or 65 bytes are base64 or hex text. Make raw bytes.',
        ),
      ],
      hints: [
        'Count: `wc -c` tells bytes from text.',
        '`openssl rand` with `-out` writes raw bytes.',
        `\`openssl rand -out ${MATERIAL} 32\`, then \`wc -c ${MATERIAL}\``,
      ],
    },
    {
      id: 'custody',
      title: 'Fill in the custody card before anything leaves your hands',
      text: [
        'KMS never gives these bytes back. Write down their fingerprint, and where the two copies will lie.',
      ],
      lines: [`sha256sum ${MATERIAL}`],
      entries: [
        {
          id: 'fingerprint',
          kind: 'text',
          asks: 'SHA-256 of the material, at least the first 16 hex digits',
          pattern: HALF_PRINT,
          refuses: 'A SHA-256 is written with the digits 0 to 9 and the letters a to f.',
        },
        { id: 'first-place', kind: 'text', asks: 'Place of the first copy' },
        { id: 'second-place', kind: 'text', asks: 'Place of the second copy' },
      ],
      conditions: [written],
      hints: [
        'The fingerprint proves later that a copy is the right one.',
        '`sha256sum` prints it.',
        `\`sha256sum ${MATERIAL}\``,
      ],
    },
    {
      id: 'wrap',
      title: 'Close the bytes in the box',
      text: [
        `Wrap \`${MATERIAL}\` under the public key. Name the padding and the hash: openssl takes SHA-1 when you name none.`,
        'The file is as long with either hash. Whether KMS can open it shows only when you import.',
      ],
      lines: [
        `openssl pkeyutl -encrypt -pubin -inkey ${PUBLIC_KEY} -in ${MATERIAL} -out ${WRAPPED} -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256`,
      ],
      conditions: [
        fileKept(
          'wrapped-made',
          WRAPPED,
          `${WRAPPED} is as long as the wrapping key: ${BITS / 8} bytes.`,
          (bytes) => bytes.length === BITS / 8,
          `The output of \`openssl pkeyutl -encrypt\` goes to ${WRAPPED}.`,
        ),
      ],
      hints: [
        'The name of the wrapping algorithm says padding and hash.',
        '`rsa_padding_mode:oaep`, `rsa_oaep_md:sha256`, `rsa_mgf1_md:sha256`.',
        `\`openssl pkeyutl -encrypt -pubin -keyform DER -inkey ${PUBLIC_KEY} -in ${MATERIAL} -out ${WRAPPED} -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256\``,
      ],
    },
    {
      id: 'import',
      title: 'Fill the key, without an expiry',
      text: [
        'Send the wrapped file and the token in one call. Say that the material does not expire: silence means that it does, and then KMS wants a date.',
        'Binary files go with `fileb://`. The AWS CLI refuses binary files after `file://`.',
      ],
      lines: [
        `aws kms import-key-material --key-id <ID of ${KEY}> --encrypted-key-material fileb://${WRAPPED} --import-token fileb://${TOKEN} --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE`,
      ],
      conditions: [imported],
      hints: [
        'Two files and one choice.',
        '`ImportKeyMaterial` with `EncryptedKeyMaterial`, `ImportToken` and `ExpirationModel`.',
        `\`aws kms import-key-material --key-id <ARN of ${KEY}> --encrypted-key-material fileb://${WRAPPED} --import-token fileb://${TOKEN} --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE\``,
      ],
    },
    {
      id: 'use',
      title: 'Close a note with your own bytes, and open it again',
      text: [
        'Encrypt a short note and decrypt it. Then answer the question: it is the reason why the wrapping works.',
      ],
      lines: [
        `aws kms encrypt --key-id <ID of ${KEY}> --plaintext fileb://note.txt --query CiphertextBlob --output text | base64 -d > note.enc`,
        'aws kms decrypt --ciphertext-blob fileb://note.enc --query Plaintext --output text | base64 -d',
      ],
      questions: [whatItProtects],
      conditions: [used, privateHalf],
      hints: [
        'The ciphertext comes as base64 text. Decrypt reads a file of bytes.',
        '`--query CiphertextBlob --output text | base64 -d` makes the file.',
        `\`aws kms encrypt --key-id <ARN of ${KEY}> --plaintext fileb://note.txt --query CiphertextBlob --output text | base64 -d > note.enc\`, then \`aws kms decrypt --ciphertext-blob fileb://note.enc --query Plaintext --output text | base64 -d\``,
      ],
    },
  ],
  wrongMoves: [...firstImportMistakes([KEY]), ...importMistakes([KEY])],
  reflection: 'Which two things did the wrapping key protect, and which did it not?',
  async start(stage) {
    const { sponsor, study } = cast(stage)
    await externalKey(stage, KEY, `${KEY}: records of ${sponsor}, study ${study}`)
    stage.putFile(
      'note.txt',
      new Uint8Array([...`study ${study} begins\n`].map((letter) => letter.charCodeAt(0))),
    )
  },
}
