import { encodeBase64 } from '../../bytes/base64.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import { encodeHex } from '../../bytes/hex.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { days, hours, minutes } from '../../world/clock.ts'
import { cast, record, type Cast } from '../cast.ts'
import type { Stage } from '../lab-definition.ts'
import { encrypted, externalKey, importedKey } from '../stage-import.ts'

const ALGORITHM = 'RSAES_OAEP_SHA_256'
const SPEC = 'RSA_2048'
const NAMED_HASH = '-pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256'
const NO_HASH = '-pkeyopt rsa_padding_mode:oaep'

/** A case as it is written down: what was done, when, and how large it was. */
interface Case {
  readonly stage: Stage
  readonly lines: string[]
}

const note = ({ stage, lines }: Case, ...said: readonly string[]) =>
  lines.push(
    `${new Date(stage.now).toISOString().slice(0, 16).replace('T', ' ')}  ${said.join('\n' + ' '.repeat(18))}`,
  )

const keep = (each: Case, name: string, bytes: Bytes) => each.stage.putFile(name, bytes)

/** Stages every patient: one on the Friday before, the others on Monday morning, in this order whatever the seed. */
export async function stageClinic(stage: Stage): Promise<void> {
  const people = cast(stage)
  const monday = stage.now
  const friday = monday + days(4) + hours(5) + minutes(Math.floor(people.fraction() * 170))
  await stage.moveClock(friday)
  const afterTheWeekend = await overTheWeekend(stage, people)
  await stage.moveClock(monday + days(6) + hours(22) + minutes(Math.floor(people.fraction() * 25)))
  afterTheWeekend()
  await looksLikeAKey(stage, people)
  await withoutAHash(stage, people)
  await crossedLetters(stage, people)
  await twoLettersOneKey(stage, people)
  await nearlyTheSame(stage, people)
}

function begin(stage: Stage, key: string, arn: string): Case {
  return { stage, lines: [`CASE FILE ${key}`, `KMS key    ${arn}`, ''] }
}

function close({ stage, lines }: Case, name: string, ...last: readonly string[]): void {
  stage.putFile(name, encodeUtf8([...lines, '', ...last, ''].join('\n')))
}

async function parameters(each: Case, arn: string, publicKeyName: string, tokenName: string) {
  const answer = await each.stage.call('GetParametersForImport', {
    KeyId: arn,
    WrappingAlgorithm: ALGORITHM,
    WrappingKeySpec: SPEC,
  })
  const set = { publicKey: answer.PublicKey as Bytes, token: answer.ImportToken as Bytes }
  keep(each, publicKeyName, set.publicKey)
  keep(each, tokenName, set.token)
  note(
    each,
    `get-parameters-for-import --key-id ${arn}`,
    `--wrapping-algorithm ${ALGORITHM} --wrapping-key-spec ${SPEC}`,
    `public key  ${publicKeyName}  ${set.publicKey.length} bytes`,
    `token       ${tokenName}  ${set.token.length} bytes`,
  )
  await later(each)
  return set
}

async function wrapped(
  each: Case,
  name: string,
  { publicKey, publicKeyName }: { readonly publicKey: Bytes; readonly publicKeyName: string },
  { bytes, from }: { readonly bytes: Bytes; readonly from: string },
  hash: 'SHA-256' | 'SHA-1' = 'SHA-256',
): Promise<void> {
  const blob = await each.stage.wrap(publicKey, bytes, hash)
  keep(each, name, blob)
  note(
    each,
    `openssl pkeyutl -encrypt -pubin -keyform DER -inkey ${publicKeyName}`,
    `-in ${from} -out ${name} ${hash === 'SHA-1' ? NO_HASH : NAMED_HASH}`,
    `${from}  ${bytes.length} bytes, ${name}  ${blob.length} bytes`,
  )
  await later(each)
}

const later = ({ stage }: Case) => stage.moveClock(stage.now + minutes(4))
const failed = (blob: string, token: string) => [
  `Then: import-key-material with ${blob} and ${token}.`,
  'It failed. Nobody wrote down how.',
]

async function looksLikeAKey(stage: Stage, { study, fraction }: Cast): Promise<void> {
  const arn = await externalKey(stage, 'P1', `P1: study ${study}`)
  const each = begin(stage, 'P1', arn)
  const { publicKey } = await parameters(each, arn, 'p1-public-key.bin', 'p1-token.bin')
  const hex = fraction() < 0.5
  const material = stage.random(32)
  const bytes = encodeUtf8(`${hex ? encodeHex(material) : encodeBase64(material)}\n`)
  keep(each, 'p1-material.txt', bytes)
  note(each, `openssl rand ${hex ? '-hex' : '-base64'} 32 > p1-material.txt`)
  const from = { publicKey, publicKeyName: 'p1-public-key.bin' }
  await wrapped(each, 'p1-wrapped.bin', from, { bytes, from: 'p1-material.txt' })
  close(each, 'p1-case.txt', ...failed('p1-wrapped.bin', 'p1-token.bin'))
}

async function withoutAHash(stage: Stage, { study }: Cast): Promise<void> {
  const arn = await externalKey(stage, 'P2', `P2: study ${study}`)
  const each = begin(stage, 'P2', arn)
  const { publicKey } = await parameters(each, arn, 'p2-public-key.bin', 'p2-token.bin')
  const bytes = material(each, 'p2-material.bin')
  const from = { publicKey, publicKeyName: 'p2-public-key.bin' }
  await wrapped(each, 'p2-wrapped.bin', from, { bytes, from: 'p2-material.bin' }, 'SHA-1')
  close(each, 'p2-case.txt', ...failed('p2-wrapped.bin', 'p2-token.bin'))
}

async function crossedLetters(stage: Stage, { sponsor, study, fraction }: Cast): Promise<void> {
  const arn = await externalKey(stage, 'P3', `P3: study ${study}`)
  const neighbour = await externalKey(stage, 'next-bed', `Another key of ${sponsor}`)
  const each = begin(stage, 'P3', arn)
  const own = fraction() < 0.5 ? 1 : 2
  let publicKey: Bytes | undefined
  for (const n of [1, 2]) {
    const set = await parameters(
      each,
      n === own ? arn : neighbour,
      `p3-public-key-${n}.bin`,
      `p3-token-${n}.bin`,
    )
    if (n === own) publicKey = set.publicKey
  }
  const bytes = material(each, 'p3-material.bin')
  const from = { publicKey: publicKey as Bytes, publicKeyName: `p3-public-key-${own}.bin` }
  await wrapped(each, 'p3-wrapped.bin', from, { bytes, from: 'p3-material.bin' })
  close(each, 'p3-case.txt', ...failed('p3-wrapped.bin', `p3-token-${3 - own}.bin`))
}

async function twoLettersOneKey(stage: Stage, { study }: Cast): Promise<void> {
  const arn = await externalKey(stage, 'P3b', `P3b: study ${study}`)
  const each = begin(stage, 'P3b', arn)
  const { publicKey } = await parameters(each, arn, 'p3b-public-key-1.bin', 'p3b-token-1.bin')
  const bytes = material(each, 'p3b-material.bin')
  const from = { publicKey, publicKeyName: 'p3b-public-key-1.bin' }
  await wrapped(each, 'p3b-wrapped.bin', from, { bytes, from: 'p3b-material.bin' })
  await parameters(each, arn, 'p3b-public-key-2.bin', 'p3b-token-2.bin')
  close(each, 'p3b-case.txt', ...failed('p3b-wrapped.bin', 'p3b-token-2.bin'))
}

/** @returns what to write down when the weekend is over */
async function overTheWeekend(stage: Stage, { study }: Cast): Promise<() => void> {
  const arn = await externalKey(stage, 'P4', `P4: study ${study}`)
  const each = begin(stage, 'P4', arn)
  const { publicKey } = await parameters(each, arn, 'p4-public-key.bin', 'p4-token.bin')
  const bytes = material(each, 'p4-material.bin')
  const from = { publicKey, publicKeyName: 'p4-public-key.bin' }
  await wrapped(each, 'p4-wrapped.bin', from, { bytes, from: 'p4-material.bin' })
  return () => {
    note(each, 'Monday: the files are found again.')
    close(each, 'p4-case.txt', ...failed('p4-wrapped.bin', 'p4-token.bin'))
  }
}

async function nearlyTheSame(stage: Stage, { sponsor, study, fraction }: Cast): Promise<void> {
  const right = stage.random(32)
  const wrong = right.slice()
  wrong[31] = (wrong[31] as number) ^ 1
  const { arn } = await importedKey(stage, 'P5', `P5: records of ${sponsor}, study ${study}`, right)
  stage.putFile('p5-object.enc', await encrypted(stage, arn, record(study, 31)))
  const each = begin(stage, 'P5', arn)
  await stage.call('DeleteImportedKeyMaterial', { KeyId: arn })
  note(each, `delete-imported-key-material --key-id ${arn}`)
  await later(each)
  const wrongIn = fraction() < 0.5 ? 1 : 2
  for (const n of [1, 2]) keep(each, `p5-safe-${n}.key`, n === wrongIn ? wrong : right)
  const { publicKey } = await parameters(each, arn, 'p5-public-key.bin', 'p5-token.bin')
  const from = { publicKey, publicKeyName: 'p5-public-key.bin' }
  await wrapped(each, 'p5-wrapped.bin', from, { bytes: wrong, from: `p5-safe-${wrongIn}.key` })
  close(
    each,
    'p5-case.txt',
    ...failed('p5-wrapped.bin', 'p5-token.bin'),
    '',
    'CUSTODY CARD P5',
    'Material   32 raw bytes, two copies: p5-safe-1.key, p5-safe-2.key',
    `SHA-256    ${await stage.fingerprint(right)}`,
  )
}

function material(each: Case, name: string): Bytes {
  const bytes = each.stage.random(32)
  keep(each, name, bytes)
  note(each, `openssl rand -out ${name} 32`)
  return bytes
}
