import { about, succeeded } from '../evidence.ts'
import type { LabView, NumberedEvent, Option, Prediction, Question, Step } from '../lab-definition.ts'

/** The four refusals of an import, as far as its three halves go: label, box, content. */
export type Refusal =
  | 'InvalidImportTokenException'
  | 'ExpiredImportTokenException'
  | 'InvalidCiphertextException'
  | 'IncorrectKeyMaterialException'

export type CauseId = 'text' | 'hash' | 'other-key' | 'other-set' | 'old' | 'other-bytes'

export interface Patient {
  /** Name of its KMS key; its files begin with it, in small letters */
  readonly key: 'P1' | 'P2' | 'P3' | 'P3b' | 'P4' | 'P5'
  readonly title: string
  readonly text: readonly string[]
  readonly refusal: Refusal
  readonly named: Prediction
  readonly cause: Question
  readonly cureLookAt: string
  readonly hints: Step['hints']
}

/** Why it is not this one: each is true of every patient whose refusal is another. */
const RULED_OUT: Readonly<Record<Refusal, string>> = {
  InvalidImportTokenException:
    'That one is about a token of another KMS key. The token of this case was made for this one.',
  ExpiredImportTokenException:
    'That one is about a token of more than 24 hours. Compare the two times in the case file: this one is younger.',
  InvalidCiphertextException:
    'That one is about a box that does not open. This box was closed with a public key of this KMS key, and with the right hash.',
  IncorrectKeyMaterialException:
    'That one is about the bytes in the box. Here they were 32 raw bytes, and good ones.',
}

const CAUSES: Readonly<Record<CauseId, { readonly text: string; readonly ruledOut: string }>> = {
  text: {
    text: 'What was wrapped is text, not 32 raw bytes.',
    ruledOut: 'Count the bytes of the material in the case file: 32 of them are raw bytes.',
  },
  hash: {
    text: 'The box was closed with another hash than the request named.',
    ruledOut: 'Compare the wrapping line with the algorithm of the request: they name the same hash.',
  },
  'other-key': {
    text: 'The token belongs to another KMS key.',
    ruledOut: 'Look at the requests in the case file: the token was asked for with this KMS key.',
  },
  'other-set': {
    text: 'Box and token come from two different answers for the same KMS key.',
    ruledOut: 'Look at the requests in the case file: no two answers for one KMS key are mixed here.',
  },
  old: {
    text: 'The token was older than 24 hours.',
    ruledOut: 'Compare the two times in the case file: less than 24 hours lie between them.',
  },
  'other-bytes': {
    text: 'These are 32 bytes, but not the ones that the key had before.',
    ruledOut: 'This key never had material before, so any 32 bytes would do.',
  },
}

const exceptions = Object.keys(RULED_OUT) as Refusal[]

function named(key: string, right: Refusal, because: string): Prediction {
  const options = exceptions.map(
    (id): Option => ({
      id,
      text: id,
      ...(id === right ? { correct: true, because } : { because: RULED_OUT[id] }),
    }),
  )
  return { id: `${key}-named`, asks: `Which exception will the import of ${key} get?`, options }
}

function causeCard(key: string, right: CauseId, because: string): Question {
  const options = (Object.keys(CAUSES) as CauseId[]).map(
    (id): Option => ({
      id,
      text: CAUSES[id].text,
      ...(id === right ? { correct: true, because } : { because: CAUSES[id].ruledOut }),
    }),
  )
  return { id: `${key}-cause`, again: true, asks: `Cause card of ${key}: what was wrong?`, options }
}

const read = (file: string, blob: string, token: string) =>
  `Read the case file \`${file}\` and name the exception. Then run the import of the case, with \`${blob}\` and \`${token}\`.`
const THEN = 'Fill in the cause card, and cure the key: it has to be Enabled.'

const import_ = (key: string, blob: string, token: string) =>
  `\`aws kms import-key-material --key-id <ARN of ${key}> --encrypted-key-material fileb://${blob} --import-token fileb://${token} --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE\``
const wrap = (publicKey: string, material: string) =>
  `\`openssl pkeyutl -encrypt -pubin -keyform DER -inkey ${publicKey} -in ${material} -out wrapped.bin -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256\``

export const patients: readonly Patient[] = [
  {
    key: 'P1',
    title: 'Cure P1, which looked like a key',
    text: [read('p1-case.txt', 'p1-wrapped.bin', 'p1-token.bin'), THEN],
    refusal: 'IncorrectKeyMaterialException',
    named: named(
      'P1',
      'IncorrectKeyMaterialException',
      'The token holds and the box opens. Inside are letters, not 32 raw bytes. AWS does not document the exception for a wrong length; this one is the answer of the simulation.',
    ),
    cause: causeCard(
      'P1',
      'text',
      'The letters stand for 32 bytes, and each letter is a byte of its own. openssl wraps text without a word.',
    ),
    cureLookAt: 'Make 32 raw bytes of the text, count them with `wc -c`, wrap them, and import.',
    hints: [
      'Compare the size of the material with what a symmetric key takes.',
      'The third half failed: token and box are good, the content is not.',
      `\`p1-material.txt\` holds hex or base64: \`xxd -r -p p1-material.txt material.bin\` or \`base64 -d p1-material.txt > material.bin\`. Then ${wrap('p1-public-key.bin', 'material.bin')}, and ${import_('P1', 'wrapped.bin', 'p1-token.bin')}`,
    ],
  },
  {
    key: 'P2',
    title: 'Cure P2, which was wrapped with a short line',
    text: [read('p2-case.txt', 'p2-wrapped.bin', 'p2-token.bin'), THEN],
    refusal: 'InvalidCiphertextException',
    named: named(
      'P2',
      'InvalidCiphertextException',
      'The box was closed with SHA-1, and the request said SHA-256. With another hash it does not open.',
    ),
    cause: causeCard(
      'P2',
      'hash',
      'The wrapping line names no hash, and openssl takes SHA-1 then. The request says SHA-256.',
    ),
    cureLookAt: 'Wrap `p2-material.bin` again and name the hash that the request names.',
    hints: [
      'Hold the wrapping line of the case file against the algorithm of the request.',
      'The second half failed: the box does not open. `rsa_oaep_md` decides with which hash it is closed.',
      `${wrap('p2-public-key.bin', 'p2-material.bin')}, then ${import_('P2', 'wrapped.bin', 'p2-token.bin')}`,
    ],
  },
  {
    key: 'P3',
    title: 'Cure P3, where two letters were on the desk',
    text: [
      'Read the case file `p3-case.txt` and name the exception. Then run the import of the case, with `p3-wrapped.bin` and the token that the case file names.',
      THEN,
    ],
    refusal: 'InvalidImportTokenException',
    named: named(
      'P3',
      'InvalidImportTokenException',
      'The token that was sent was made for another KMS key. A token fits one key.',
    ),
    cause: {
      ...causeCard(
        'P3',
        'other-key',
        'Two keys had their parameters asked for on one morning, and the tokens were mixed up.',
      ),
    },
    cureLookAt: 'Send the blob with the token that came from the request for P3.',
    hints: [
      'The case file names two ARNs. Which token came with which?',
      'The first half failed: the token. Box and content are good.',
      'The case file says which of `p3-token-1.bin` and `p3-token-2.bin` was asked for with the ARN of P3. Import `p3-wrapped.bin` with that one.',
    ],
  },
  {
    key: 'P3b',
    title: 'Cure P3b, which had two letters for the same key',
    text: [
      read('p3b-case.txt', 'p3b-wrapped.bin', 'p3b-token-2.bin'),
      'Both tokens are of this KMS key, and none of them is old. Yet it fails.',
      THEN,
    ],
    refusal: 'InvalidCiphertextException',
    named: named(
      'P3b',
      'InvalidCiphertextException',
      'The token fits the key, but the box was closed with the public key of an earlier answer. Each answer has a public key of its own.',
    ),
    cause: causeCard(
      'P3b',
      'other-set',
      'Public key and token are one pair. The token of the second answer opens no box of the first.',
    ),
    cureLookAt: 'Wrap `p3b-material.bin` under the public key that came with the newest token.',
    hints: [
      'Which public key closed the box, and which token went with it?',
      'The second half failed: the box does not open for this token.',
      `${wrap('p3b-public-key-2.bin', 'p3b-material.bin')}, then ${import_('P3b', 'wrapped.bin', 'p3b-token-2.bin')}`,
    ],
  },
  {
    key: 'P4',
    title: 'Cure P4, which lay on a desk for a while',
    text: [read('p4-case.txt', 'p4-wrapped.bin', 'p4-token.bin'), THEN],
    refusal: 'ExpiredImportTokenException',
    named: named('P4', 'ExpiredImportTokenException', 'The token holds for 24 hours, and more have passed.'),
    cause: causeCard(
      'P4',
      'old',
      'Public key and token hold for 24 hours. The weekend was longer than that.',
    ),
    cureLookAt: 'Ask for new parameters, wrap `p4-material.bin` under the new public key, and import.',
    hints: [
      'Compare the time of the request with the clock.',
      'The first half failed: the token. `GetParametersForImport` gives a new one, and another public key with it.',
      `\`aws kms get-parameters-for-import --key-id <ARN of P4> --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_2048\`, keep both blobs as bytes, then ${wrap('WrappingPublicKey.bin', 'p4-material.bin')} and ${import_('P4', 'wrapped.bin', 'ImportToken.bin')}`,
    ],
  },
  {
    key: 'P5',
    title: 'Cure P5, which nearly had its bytes back',
    text: [
      'P5 had material before, and somebody deleted it. `p5-object.enc` was closed with that material.',
      read('p5-case.txt', 'p5-wrapped.bin', 'p5-token.bin'),
      THEN,
    ],
    refusal: 'IncorrectKeyMaterialException',
    named: named(
      'P5',
      'IncorrectKeyMaterialException',
      'The token holds and the box opens. Inside are 32 bytes, but the key knows others.',
    ),
    cause: causeCard(
      'P5',
      'other-bytes',
      'One byte differs. A key that lost its material takes back the same bytes and no others.',
    ),
    cureLookAt:
      'Compare the fingerprints of the two safes with the custody card, then bring the right bytes.',
    hints: [
      'The custody card in the case file has a fingerprint. Whose is it?',
      'The third half failed: the content. `sha256sum` tells the two files apart.',
      `\`sha256sum p5-safe-1.key p5-safe-2.key\`. Wrap the one whose SHA-256 is on the card under \`p5-public-key.bin\`, then ${import_('P5', 'wrapped.bin', 'p5-token.bin')}`,
    ],
  },
]

export const clinicKeys = patients.map(({ key }) => key)

export const imports = (view: LabView, key: string): readonly NumberedEvent[] =>
  about(view, key).filter(({ eventName }) => eventName === 'ImportKeyMaterial')

/** The import that the case asks for: the first that fails as the case does. Done on purpose, it is no wrong move. */
export const caseRun = (view: LabView, { key, refusal }: Patient): NumberedEvent | undefined =>
  imports(view, key).find(({ errorCode }) => errorCode === refusal)

export const cured = (view: LabView, { key }: Patient): NumberedEvent | undefined =>
  view.state(key) === 'Enabled' ? imports(view, key).findLast(succeeded) : undefined
