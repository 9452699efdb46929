import { decodeBase64 } from '../../bytes/base64.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import { decodeUtf8, encodeUtf8 } from '../../bytes/utf8.ts'
import { minutes } from '../../world/clock.ts'
import type {
  CallStep,
  Desk,
  LocalStep,
  OutsideStep,
  ScriptStep,
  TravelStep,
} from './experiment-definition.ts'

type More = Partial<Pick<CallStep, 'region' | 'query' | 'goes' | 'expect'>>

export const call = (operation: string, input: CallStep['input'], more: More = {}): CallStep => ({
  is: 'call',
  service: 'kms',
  operation,
  input,
  expect: 'works',
  ...more,
})

export const local = (
  line: string,
  does: LocalStep['does'],
  expect: LocalStep['expect'] = 'works',
): LocalStep => ({ is: 'local', line, does, expect })

export const travel = (by: number): TravelStep => ({ is: 'travel', by })
export const outside = (
  says: string,
  change: OutsideStep['change'],
  files: OutsideStep['files'] = {},
): OutsideStep => ({ is: 'outside', says, change, files })

type Expects = Pick<CallStep, 'expect'>
export const works: Expects = { expect: 'works' }
export const prints = (text: string): Expects => ({ expect: { prints: text } })
export const refused = (code: string, saying?: string): Expects => ({
  expect: { refused: code, ...(saying === undefined ? {} : { saying }) },
})

/** Preparation: true of every step, so that the lines of interest stand out. */
export const quietly = (...steps: readonly ScriptStep[]): ScriptStep[] =>
  steps.map((step) => ({ ...step, quiet: true }))

export const fileOf = ({ files }: Desk, name: string): Bytes => {
  const bytes = files.get(name)
  if (!bytes) throw new RangeError(`there is no file ${name}`)
  return bytes
}

/** @param name of the variable that holds the key's ID from now on */
export const createKey = (name: string, input: CallStep['input'] = {}): CallStep =>
  call('CreateKey', input, { query: 'KeyMetadata.KeyId', goes: { into: name } })

/** State and origin, as DescribeKey tells them. */
export const describe = (name: string, text: string, query = 'KeyMetadata.[Origin,KeyState]'): CallStep =>
  call('DescribeKey', { KeyId: `$${name}` }, { query, ...prints(text) })

export const RECORD = 'visit 1, blood pressure 128/82'
export const writeRecord = local(`printf '${RECORD}' > record.txt`, ({ files }) => {
  files.set('record.txt', encodeUtf8(RECORD))
})

export const encrypt = (name: string, more: More = {}): CallStep =>
  call(
    'Encrypt',
    { KeyId: `$${name}`, Plaintext: { file: 'record.txt' } },
    {
      query: 'CiphertextBlob',
      goes: { bytes: 'record.enc' },
      ...more,
    },
  )
export const decrypt = (more: More = prints(RECORD)): CallStep =>
  call(
    'Decrypt',
    { CiphertextBlob: { file: 'record.enc' } },
    {
      query: 'Plaintext',
      goes: 'decoded',
      ...more,
    },
  )

export const drawMaterial = (file = 'material.bin') =>
  local(`openssl rand -out ${file} 32`, (desk) => {
    desk.files.set(file, desk.random(32))
  })

const parameter = (member: string, file: string) =>
  local(`jq -r .${member} parameters.json | base64 -d > ${file}`, (desk) => {
    const answer = JSON.parse(decodeUtf8(fileOf(desk, 'parameters.json'))) as Readonly<Record<string, string>>
    desk.files.set(file, decodeBase64(answer[member] ?? ''))
  })

/** Asks for a wrapping key and closes the material under it: the four lines before each import. */
export const wrapped = (name: string, file = 'material.bin', region?: string): ScriptStep[] =>
  quietly(
    call(
      'GetParametersForImport',
      { KeyId: `$${name}`, WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
      { goes: { to: 'parameters.json' }, ...(region === undefined ? {} : { region }) },
    ),
    parameter('PublicKey', 'PublicKey.bin'),
    parameter('ImportToken', 'ImportToken.bin'),
    local(
      `openssl pkeyutl -encrypt -pubin -keyform DER -inkey PublicKey.bin -in ${file} -out wrapped.bin -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256`,
      async (desk) => {
        desk.files.set('wrapped.bin', await desk.wrap(fileOf(desk, 'PublicKey.bin'), fileOf(desk, file)))
      },
    ),
  )

/** @param how an end or none; without an end unless told */
export const importIt = (name: string, how: CallStep['input'] = {}, more: More = {}): CallStep =>
  call(
    'ImportKeyMaterial',
    {
      KeyId: `$${name}`,
      EncryptedKeyMaterial: { file: 'wrapped.bin' },
      ImportToken: { file: 'ImportToken.bin' },
      ...('ValidTo' in how ? {} : { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }),
      ...how,
    },
    { query: 'KeyMaterialId', ...more },
  )

/** The bytes of a file into a key, from its parameters to its import. */
export const bring = (
  name: string,
  file = 'material.bin',
  how: CallStep['input'] = {},
): readonly ScriptStep[] => [...wrapped(name, file), ...quietly(importIt(name, how))]

/** An imported key that works, whose bytes are in `material.bin`. */
export const importedKey = (name: string, how: CallStep['input'] = {}): readonly ScriptStep[] => [
  ...quietly(createKey(name, { Origin: 'EXTERNAL' }), drawMaterial()),
  ...bring(name, 'material.bin', how),
]

export const generatedKey = (name: string): readonly ScriptStep[] => quietly(createKey(name))

/** Deletes material at once. @param name of the key's variable */
export const deleteMaterial = (name: string, more: More = {}): CallStep =>
  call('DeleteImportedKeyMaterial', { KeyId: `$${name}` }, { query: 'KeyMaterialId', ...more })

/** A rotation on demand takes a moment. */
export const moment = travel(minutes(10))
