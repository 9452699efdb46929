import { cast } from '../cast.ts'
import { about, answered, lastCallAbout, met, open, requested, stateNow, succeeded } from '../evidence.ts'
import type { Condition, LabDefinition, LabView, Prediction, Question } from '../lab-definition.ts'
import { externalKey } from '../stage-import.ts'
import { BLOB_BYTES, firstImportMistakes, importMistakes } from './import-mistakes.ts'
import { judgeWrappedUpload, PUBLIC_KEY, TOKEN } from './judge-wrapped-upload.ts'

const KEY = 'K3'

const blobSize: Prediction = {
  id: 'blob-size',
  asks: 'You wrap 32 bytes under an RSA_3072 public key. How many bytes does the wrapped file have?',
  options: [
    {
      id: '32',
      text: '32',
      misconception: 'M-18',
      because: 'That would need a cipher that keeps the length. RSA always gives a block as long as its key.',
    },
    {
      id: '318',
      text: '318',
      because: 'That is the most that fits into the box with OAEP and SHA-256. The closed box is larger.',
    },
    {
      id: '384',
      text: '384',
      correct: true,
      because: '3072 bits are 384 bytes. An RSA block is as long as the key, however little lies in it.',
    },
    {
      id: '512',
      text: '512',
      misconception: 'M-14',
      because: 'An RSA_4096 key would give 512 bytes. It is also the length of 384 bytes written as base64.',
    },
  ],
}

const paddingMode: Question = {
  id: 'padding-mode',
  again: true,
  asks: 'Which padding mode goes into `-pkeyopt rsa_padding_mode:____`?',
  options: [
    {
      id: 'oaep',
      text: 'oaep',
      correct: true,
      because: 'The parameters say RSAES_OAEP. The padding has to be the same on both sides.',
    },
    {
      id: 'pkcs1',
      text: 'pkcs1',
      because: 'KMS supported that padding until October 2023. It is no longer supported.',
    },
    {
      id: 'pss',
      text: 'pss',
      because: 'PSS is a padding for signatures. Here something is closed, not signed.',
    },
  ],
}

const oaepHash: Question = {
  id: 'oaep-md',
  again: true,
  asks: 'Which hash goes into `-pkeyopt rsa_oaep_md:____`?',
  options: [
    {
      id: 'sha1',
      text: 'sha1',
      misconception: 'M-15',
      because: 'It would be right for RSAES_OAEP_SHA_1. openssl also takes it when you name no hash.',
    },
    {
      id: 'sha256',
      text: 'sha256',
      correct: true,
      because: 'You asked for RSAES_OAEP_SHA_256. The service opens the box with exactly that hash.',
    },
    {
      id: 'sha512',
      text: 'sha512',
      misconception: 'M-15',
      because: 'KMS offers no wrapping algorithm with SHA-512, so nothing on its side would open this box.',
    },
  ],
}

const maskHash: Question = {
  id: 'mgf1-md',
  again: true,
  asks: 'Which hash goes into `-pkeyopt rsa_mgf1_md:____`?',
  options: [
    {
      id: 'sha1',
      text: 'sha1',
      misconception: 'M-15',
      because: 'Some tools mix two hashes. Here both have to be the same, so the box would stay shut.',
    },
    {
      id: 'sha256',
      text: 'sha256',
      correct: true,
      because: 'OAEP uses a second hash to mask. KMS uses the same one for both.',
    },
    {
      id: 'none',
      text: 'none',
      because: 'OAEP always masks. openssl may choose the hash for you, but there is always one.',
    },
  ],
}

const blanks = [paddingMode, oaepHash, maskHash]

const newestParameters = (view: LabView) =>
  about(view, KEY).findLast((event) => event.eventName === 'GetParametersForImport' && succeeded(event))

const parametersKept: Condition = {
  id: 'parameters-kept',
  says: `You hold a public key and a token that KMS made for ${KEY}, for RSAES_OAEP_SHA_256.`,
  holds(view) {
    const event = newestParameters(view)
    if (!event)
      return open(
        `Nobody has asked for the import parameters of ${KEY} yet.`,
        'Ask for them with the download button, or with GetParametersForImport.',
      )
    if (requested(event, 'wrappingAlgorithm') !== 'RSAES_OAEP_SHA_256')
      return open(
        `The newest parameters are for ${String(requested(event, 'wrappingAlgorithm'))}.`,
        'Ask again and choose RSAES_OAEP_SHA_256.',
      )
    if (!view.file(PUBLIC_KEY) || !view.file(TOKEN))
      return open('The two files are not among your files.', `Keep the answer as ${PUBLIC_KEY} and ${TOKEN}.`)
    return met(event)
  },
}

const blobReceived: Condition = {
  id: 'blob-received',
  says: 'A wrapped file arrived through the drop zone, as long as the wrapping key.',
  holds: (view) =>
    acceptedBlob(view)
      ? met(undefined)
      : open('No wrapped file has been accepted.', 'Compare the size of your file: 256, 384 or 512 bytes.'),
}

const onlyBlobs: Condition = {
  id: 'only-blobs',
  says: 'The transfer list shows wrapped files and nothing else: the page never received your plaintext bytes.',
  holds(view) {
    const others = view.transfers.filter(({ verdict, size }) => verdict === 'accepted' && !isBlobSize(size))
    if (others.length > 0)
      return open(
        `The list holds a file of ${others[0]?.size} bytes.`,
        'Start the lab again and upload only the wrapped file.',
      )
    return acceptedBlob(view)
      ? met(undefined)
      : open('The transfer list is empty.', 'Upload the wrapped file first.')
  },
}

const isBlobSize = (size: number) => Object.values(BLOB_BYTES).includes(size)
const acceptedBlob = (view: LabView) =>
  view.transfers.some(({ verdict, size }) => verdict === 'accepted' && isBlobSize(size))

const theImport = (view: LabView) =>
  about(view, KEY).find((event) => event.eventName === 'ImportKeyMaterial' && succeeded(event))

const filled: Condition = {
  id: 'filled',
  says: `${KEY} is Enabled, and the trail holds the import of your wrapped file.`,
  holds(view) {
    const event = theImport(view)
    if (!acceptedBlob(view))
      return open('The blob did not come through the drop zone.', 'Upload the wrapped file first.')
    return event && view.state(KEY) === 'Enabled'
      ? met(event)
      : open(
          stateNow(view, KEY),
          'Import with the wrapped file, the token of the same set, and an expiration model.',
        )
  },
}

const fingerprintShape = '[0-9a-fA-F]{8,64}'

const kept: Condition = {
  id: 'kept',
  says: 'You keep your material file, and you wrote down its fingerprint.',
  holds(view) {
    if (view.answer('material-kept') !== 'yes')
      return open(
        'You have not confirmed that the file is safe.',
        'Tick the box once the file lies where you will find it again.',
      )
    const typed = view.answer('fingerprint')?.trim() ?? ''
    return new RegExp(`^${fingerprintShape}$`).test(typed)
      ? met(undefined)
      : open(
          'There is no fingerprint yet.',
          'Type at least the first 8 hex digits of the SHA-256 of your material file.',
        )
  },
}

const afterTheImport = (id: string, operation: string, says: string, lookAt: string): Condition => ({
  id,
  says,
  holds(view) {
    const imported = theImport(view)
    const call =
      imported &&
      about(view, KEY).find(
        (event) => event.number > imported.number && event.eventName === operation && succeeded(event),
      )
    return call
      ? met(call)
      : open(`No ${operation} with ${KEY} since the import. ${stateNow(view, KEY)}`, lookAt)
  },
})

export const wrapWithYourOwnOpenssl: LabDefinition = {
  id: 'wrap-with-your-own-openssl',
  code: 'L2.2',
  title: 'Import bytes that never left your computer',
  module: 2,
  metric: 'import-workflow',
  objectives: ['O2.1', 'RW1'],
  competencies: ['IMP-4', 'IMP-5', 'CMP-7'],
  recalls: ['IQ03', 'IQ05', 'IQ12', 'IQ13', 'IQ14', 'IQ24'],
  outcome:
    'You can wrap key material with OpenSSL on your own computer, so that only the closed box leaves it.',
  minutes: 15,
  mode: 'faded',
  bench: 'transfer',
  story: [
    'A sponsor of Fernhill Trials has a clause in its contract: the bytes of the key are born on Fernhill’s own machine, and Fernhill can show it.',
    'Amara keeps those bytes. She asks you to do what she does at work: make the material on your computer, close it there, and hand KMS only the closed box.',
    `KMS key \`${KEY}\` exists. Its origin is EXTERNAL, its socket is empty, its state is Pending import.`,
  ],
  steps: [
    {
      id: 'ask-for-a-box',
      title: 'Get a box that only KMS can open',
      text: [
        `Ask KMS for the import parameters of \`${KEY}\`. Choose the wrapping algorithm \`RSAES_OAEP_SHA_256\` and any wrapping key size; RSA_4096 is what AWS recommends.`,
        `You receive a public key and a token. Download both as a zip file: \`${PUBLIC_KEY}\`, \`${TOKEN}\` and a short README.`,
        'The public half travels in the open. The private half stays in the service. The token ties this public key to this KMS key for 24 hours.',
      ],
      conditions: [parametersKept],
      hints: [
        'Look at the button above the drop zone, or at the import group of the forms.',
        `The operation is \`GetParametersForImport\`. It wants the key, a \`WrappingAlgorithm\` and a \`WrappingKeySpec\`.`,
        `\`aws kms get-parameters-for-import --key-id <ARN of ${KEY}> --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_4096\``,
      ],
    },
    {
      id: 'close-it-at-home',
      title: 'Make 32 bytes and close them in the box, on your computer',
      text: [
        'Open a terminal on your own computer, in the folder of the unpacked zip file. The lines for your system stand beside this text.',
        'Make exactly 32 random bytes in a file, note their SHA-256, then wrap them. Three options of the wrapping line are left open; they follow from the algorithm you asked for.',
        'The material file stays with you. Do not upload it.',
      ],
      predictions: [blobSize],
      questions: blanks,
      conditions: [
        answered({
          id: 'blanks',
          says: 'All three open options of the wrapping line are right.',
          questions: blanks,
          lookAt: 'Read the name of the wrapping algorithm from left to right.',
        }),
      ],
      hints: [
        'The name of the wrapping algorithm holds all three answers.',
        'The options are `rsa_padding_mode`, `rsa_oaep_md` and `rsa_mgf1_md`; the two hashes are the same.',
        '`openssl pkeyutl -encrypt -pubin -keyform DER -inkey WrappingPublicKey.bin -in material.bin -out wrapped.bin -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256`',
      ],
    },
    {
      id: 'hand-over-the-box',
      title: 'Hand over the closed box, and nothing else',
      text: [
        'Drop `wrapped.bin` on the page. The page looks at the content of what you drop and keeps only a wrapped file.',
        'The transfer list shows name and size of everything that came. It is your evidence that the page never held the plaintext.',
      ],
      conditions: [blobReceived, onlyBlobs],
      hints: [
        'Look at the size of what you upload.',
        'With RSA_2048 it has 256 bytes, with RSA_3072 it has 384, with RSA_4096 it has 512.',
        'Linux and macOS: `wc -c wrapped.bin`. Windows: `(Get-Item wrapped.bin).Length`.',
      ],
    },
    {
      id: 'fill-the-key',
      title: `Fill ${KEY} with your bytes`,
      text: [
        `Import into \`${KEY}\`: the wrapped file and the token travel together in one call.`,
        'Say which expiration model you mean. KMS assumes expiry when you say nothing, and then it asks for a date.',
      ],
      conditions: [filled],
      hints: [
        'Look at the members of the import form: two files and one choice.',
        '`ImportKeyMaterial` with `EncryptedKeyMaterial`, `ImportToken` and `ExpirationModel`.',
        `\`aws kms import-key-material --key-id <ARN of ${KEY}> --encrypted-key-material fileb://wrapped.bin --import-token fileb://ImportToken.bin --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE\``,
      ],
    },
    {
      id: 'use-it',
      title: 'Use the key: close a note and open it again',
      text: [
        `Encrypt any short note with \`${KEY}\`, keep the ciphertext as a file, then decrypt it.`,
        'The service now works with bytes that you made. It cannot hand them back; no operation returns material.',
      ],
      conditions: [
        afterTheImport(
          'closed-a-note',
          'Encrypt',
          `You encrypted something with ${KEY} after the import.`,
          'Encrypt takes the key and up to 4,096 bytes.',
        ),
        afterTheImport(
          'opened-a-note',
          'Decrypt',
          `You decrypted with ${KEY} after the import.`,
          'Decrypt takes the ciphertext; the key is named inside it.',
        ),
      ],
      hints: [
        'Keep the ciphertext as a file, so that you can hand it to the second call.',
        '`Encrypt` answers with `CiphertextBlob`; `Decrypt` takes it back.',
        `\`aws kms encrypt --key-id <ARN of ${KEY}> --plaintext fileb://note.txt\`, then \`aws kms decrypt --ciphertext-blob fileb://note.enc\``,
      ],
    },
    {
      id: 'keep-your-copy',
      title: 'Put your own copy where you will find it',
      text: [
        'KMS does not give your bytes back, and the durability it promises for generated material does not cover them. Your file is the only original.',
        'Keep `material.bin` and its SHA-256 apart from each other. You can bring them to the recovery drill, lab L4.2.',
        'This page cannot check the fingerprint: it never saw the bytes. That is the point of this lab.',
      ],
      entries: [
        {
          id: 'material-kept',
          kind: 'confirm',
          asks: 'My material file is stored outside the download folder, and I know where.',
        },
        {
          id: 'fingerprint',
          kind: 'text',
          asks: 'SHA-256 of your material file, at least the first 8 hex digits',
          pattern: fingerprintShape,
          refuses:
            'A SHA-256 is written with the digits 0 to 9 and the letters a to f. Type at least the first 8.',
        },
      ],
      conditions: [kept],
      hints: [
        'Your terminal showed the fingerprint right after the material was made.',
        'Linux: `sha256sum`. macOS: `shasum -a 256`. Windows: `Get-FileHash`.',
        '`sha256sum material.bin`, `shasum -a 256 material.bin` or `(Get-FileHash material.bin -Algorithm SHA256).Hash.ToLower()`',
      ],
    },
  ],
  wrongMoves: [
    ...firstImportMistakes([KEY]),
    ...importMistakes([KEY]),
    {
      id: 'two-step-wrap',
      when(view) {
        const last = lastCallAbout(view, [KEY])
        return (
          last?.event.eventName === 'GetParametersForImport' &&
          last.event.errorCode === 'UnsupportedOperationException'
        )
      },
      says: 'UnsupportedOperationException. Your 32 bytes fit into one RSA block, and RSAES_OAEP is what closes it; the two-step wrap is for private keys, which are longer. Choose RSAES_OAEP_SHA_256. AWS does not document this exception; it is the answer of the simulation.',
    },
  ],
  reflection: 'What did the server learn about your computer?',
  judgeUpload: (_name, bytes, view) => judgeWrappedUpload(KEY, bytes, view),
  async start(stage) {
    const { sponsor, study } = cast(stage)
    await externalKey(stage, KEY, `${KEY}: records of ${sponsor}, study ${study}`)
  },
}
