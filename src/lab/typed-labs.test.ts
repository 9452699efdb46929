import { describe, expect, it } from 'vitest'
import type { Bytes } from '../bytes/bytes.ts'
import { decodeUtf8 } from '../bytes/utf8.ts'
import type { LabDefinition } from '../course/lab-definition.ts'
import { patients } from '../course/labs/clinic-patients.ts'
import { labOfSeed } from '../course/lab-of-seed.ts'
import { correctOption } from '../course/evidence.ts'
import { cases, casesOfSeed } from '../course/labs/architecture/index.ts'
import { chooseTheArchitecture } from '../course/labs/choose-the-architecture.ts'
import { custodyTransfer } from '../course/labs/custody-transfer.ts'
import { defaultByDesign } from '../course/labs/default-by-design.ts'
import { firstImport } from '../course/labs/first-import.ts'
import { fiveFailedImports } from '../course/labs/five-failed-imports.ts'
import { wrapWithYourOwnOpenssl } from '../course/labs/wrap-with-your-own-openssl.ts'
import { pooledPairs } from '../crypto/pooled-pairs.ts'
import { webCryptoProvider } from '../crypto/web-crypto.ts'
import { typedProofs } from '../course/testing/typed-proofs.ts'
import { standing } from './checks.ts'
import { createLab } from './create-lab.ts'
import { file, NAMES, PROGRESS, type ProgressRow } from './rows.ts'
import type { TerminalEntry } from './terminal.ts'
import { testPorts } from './testing/ports.ts'
import { realShell } from './testing/real-shell.ts'

const crypto = pooledPairs(webCryptoProvider())

async function typedLab(lab: LabDefinition, seed: number) {
  const session = await createLab({ ...testPorts({ labs: [lab], seed, crypto }), shell: realShell })
  await session.startLab(lab, seed)
  const run = async (line: string, exit = 0): Promise<string> => {
    const entry = (await session.terminal.run(line)) as TerminalEntry
    const { stderr, exitCode } = entry
    expect({ line, stderr: exit === 0 ? decodeUtf8(stderr) : '', exitCode }).toEqual({
      line,
      stderr: '',
      exitCode: exit,
    })
    return decodeUtf8(entry.stdout)
  }
  return {
    session,
    run,
    arn: (key: string) => session.tables.get<string>(NAMES, key) as string,
    answer: (id: string, value: string) => session.answer(id, value),
    open: () =>
      standing(labOfSeed(lab, seed), session.tables, session.store.getState().now)
        .filter(({ met }) => !met)
        .map(({ id }) => id),
    passed: () => session.tables.get<ProgressRow>(PROGRESS, lab.id)?.passed,
  }
}

/** The three lines that bring parameters as bytes, and the one that wraps. */
const parameters = (arn: string) => [
  `aws kms get-parameters-for-import --key-id ${arn} --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_3072 > parameters.json`,
  'jq -r .PublicKey parameters.json | base64 -d > WrappingPublicKey.bin',
  'jq -r .ImportToken parameters.json | base64 -d > ImportToken.bin',
]
const WRAP =
  'openssl pkeyutl -encrypt -pubin -keyform DER -inkey WrappingPublicKey.bin -in material.bin -out wrapped.bin -pkeyopt rsa_padding_mode:oaep'
const HASH = ' -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256'
const bring = (arn: string) =>
  `aws kms import-key-material --key-id ${arn} --encrypted-key-material fileb://wrapped.bin --import-token fileb://ImportToken.bin --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE`
const read = (arn: string) =>
  `aws kms encrypt --key-id ${arn} --plaintext fileb://note.txt --query CiphertextBlob --output text | base64 -d > note.enc && aws kms decrypt --ciphertext-blob fileb://note.enc --query Plaintext --output text | base64 -d`

describe('a lab passes by typed lines alone', () => {
  it.each([1, 2, 3])('L2.1, after two mistakes that KMS names (seed %i)', async (seed) => {
    const { session, run, open, passed, ...lab } = await typedLab(firstImport, seed)
    const arn = lab.arn('K2')
    for (const line of parameters(arn)) await run(line)

    // Text instead of bytes, and a hash left out: openssl says nothing to either.
    await run('openssl rand -base64 32 > material.bin')
    await run(WRAP + HASH)
    await run(bring(arn), 254)
    expect(session.store.getState().coach?.moveId).toBe('not-32-bytes')
    await run('openssl rand -out material.bin 32')
    expect(await run('wc -c material.bin')).toBe('32 material.bin\n')
    await run(WRAP)
    await run(bring(arn), 254)

    await run(WRAP + HASH)
    await run(bring(arn))
    const note = await run('cat note.txt')
    expect(await run(read(arn))).toBe(note)

    const print = (await run('sha256sum material.bin')).slice(0, 16)
    await session.answer('fingerprint', print)
    await session.answer('first-place', 'the safe in Bristol')
    await session.answer('second-place', 'the vault in Leeds')
    expect(open()).toEqual(['private-half'])
    await session.answer('never-on-this-disk', 'private')
    expect({ open: open(), passed: passed() }).toEqual({ open: [], passed: true })
  })

  it('L2.1, by the lines it shows and nothing else typed', async () => {
    const { session, run, open, passed, ...lab } = await typedLab(firstImport, 1)
    const id = lab.arn('K2').split('/')[1] as string
    for (const { lines = [] } of firstImport.steps)
      for (const line of lines) await run(line.replace('<ID of K2>', id))
    const print = (await run('sha256sum material.bin')).slice(0, 64)
    await session.answer('fingerprint', print)
    await session.answer('first-place', 'the safe in Bristol')
    await session.answer('second-place', 'the vault in Leeds')
    await session.answer('never-on-this-disk', 'private')
    expect({ open: open(), passed: passed() }).toEqual({ open: [], passed: true })
  })

  it('L2.2, where only the wrapped file goes through the drop zone', async () => {
    const { session, run, open, passed, ...lab } = await typedLab(wrapWithYourOwnOpenssl, 1)
    const arn = lab.arn('K3')
    for (const line of parameters(arn)) await run(line)
    await run('openssl rand -out material.bin 32')
    await run(WRAP + HASH)
    const print = (await run('sha256sum material.bin')).slice(0, 16)
    expect(await run('wc -c < wrapped.bin')).toBe('384\n')
    const blob = file(session.tables, 'wrapped.bin')?.bytes as Bytes
    expect(await session.receive('wrapped.bin', blob)).toMatchObject({ verdict: 'accepted', size: 384 })
    await run(bring(arn))
    await run('echo a note > note.txt')
    expect(await run(read(arn))).toBe('a note\n')
    for (const [id, value] of [
      ['blob-size', '384'],
      ['padding-mode', 'oaep'],
      ['oaep-md', 'sha256'],
      ['mgf1-md', 'sha256'],
      ['material-kept', 'yes'],
      ['fingerprint', print],
    ] as const)
      await lab.answer(id, value)
    expect({ open: open(), passed: passed() }).toEqual({ open: [], passed: true })
  })

  it.each([1, 2])('L2.3, each case as its file says, then its cure (seed %i)', async (seed) => {
    const { session, run, arn, answer, open, passed } = await typedLab(fiveFailedImports, seed)
    const order = labOfSeed(fiveFailedImports, seed).steps.map(({ title }) => title)
    expect(await run('lab check')).toContain(`Task 1 of 7: ${order[0]}`)

    const send = (key: string, blob: string, token: string) =>
      `aws kms import-key-material --key-id ${arn(key)} --encrypted-key-material fileb://${blob} --import-token fileb://${token} --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE`
    const wrap = (publicKey: string, material: string) =>
      `openssl pkeyutl -encrypt -pubin -keyform DER -inkey ${publicKey} -in ${material} -out wrapped.bin -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256`
    const ofCase = async (key: string) =>
      (/with (\S+) and (\S+)\./.exec(await run(`cat ${key.toLowerCase()}-case.txt`)) ?? []).slice(1) as [
        string,
        string,
      ]
    const cure: Readonly<Record<string, () => Promise<readonly string[]>>> = {
      P1: async () => [
        (await run('wc -c < p1-material.txt')) === '65\n'
          ? 'xxd -r -p p1-material.txt material.bin'
          : 'base64 -d p1-material.txt > material.bin',
        wrap('p1-public-key.bin', 'material.bin'),
        send('P1', 'wrapped.bin', 'p1-token.bin'),
      ],
      P2: async () => [
        wrap('p2-public-key.bin', 'p2-material.bin'),
        send('P2', 'wrapped.bin', 'p2-token.bin'),
      ],
      P3: async () => {
        const [blob, wrong] = await ofCase('P3')
        return [send('P3', blob, wrong.includes('1') ? 'p3-token-2.bin' : 'p3-token-1.bin')]
      },
      P3b: async () => [
        wrap('p3b-public-key-2.bin', 'p3b-material.bin'),
        send('P3b', 'wrapped.bin', 'p3b-token-2.bin'),
      ],
      P4: async () => [
        `aws kms get-parameters-for-import --key-id ${arn('P4')} --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_2048 > parameters.json`,
        'jq -r .PublicKey parameters.json | base64 -d > WrappingPublicKey.bin',
        'jq -r .ImportToken parameters.json | base64 -d > ImportToken.bin',
        wrap('WrappingPublicKey.bin', 'p4-material.bin'),
        send('P4', 'wrapped.bin', 'ImportToken.bin'),
      ],
      P5: async () => {
        const prints = await run('sha256sum p5-safe-1.key p5-safe-2.key')
        const card = await run('grep SHA-256 p5-case.txt')
        const right = prints.split('\n').find((line) => card.includes(line.slice(0, 64)))
        return [
          wrap('p5-public-key.bin', right?.split(/\s+/)[1] ?? ''),
          send('P5', 'wrapped.bin', 'p5-token.bin'),
          'aws kms decrypt --ciphertext-blob fileb://p5-object.enc --query Plaintext --output text | base64 -d',
        ]
      },
    }
    for (const { key, refusal, named, cause } of patients) {
      await answer(named.id, refusal)
      await run(send(key, ...(await ofCase(key))), 254)
      expect(session.trail().at(-1)).toMatchObject({ eventName: 'ImportKeyMaterial', errorCode: refusal })
      await answer(cause.id, correctOption(cause))
      for (const line of (await cure[key]?.()) ?? []) await run(line)
    }
    expect(session.store.getState().coach).toBeUndefined()
    expect(open()).toEqual(['tree-filled'])
    for (const question of fiveFailedImports.steps.at(-1)?.questions ?? [])
      await answer(question.id, correctOption(question))
    expect({ open: open(), passed: passed() }).toEqual({ open: [], passed: true })
  })

  it.each([
    { seed: 2, is: 'shorter' },
    { seed: 3, is: 'longer' },
  ])('C2, with a contract that is $is than a year (seed $seed)', async ({ seed, is }) => {
    const { session, run, arn, answer, open, passed } = await typedLab(custodyTransfer, seed)
    const letter = await run('cat handover.txt')
    const [, day = ''] = /ends on (\S+) at/.exec(letter) ?? []
    const within = Date.parse(`${day}T12:00:00Z`) <= session.store.getState().now + 365 * 86_400_000
    expect(within).toBe(is === 'shorter')

    await run('xxd -r -p sponsor-b.key material.bin')
    const print = (await run('sha256sum material.bin')).slice(0, 64)
    expect(letter).toContain(print)
    for (const line of parameters(arn('K4'))) await run(line.replace('RSA_3072', 'RSA_4096'))
    await run(WRAP + HASH)
    const send = (date: string) =>
      `aws kms import-key-material --key-id ${arn('K4')} --encrypted-key-material fileb://wrapped.bin --import-token fileb://ImportToken.bin --expiration-model KEY_MATERIAL_EXPIRES --valid-to ${date}T12:00:00Z`
    if (!within) {
      await run(send(day), 254)
      expect(session.store.getState().coach?.moveId).toBe('too-far')
    }
    await run(send(within ? day : '2027-01-10'))
    const [alarm] = /aws cloudwatch [^`]+/.exec(custodyTransfer.steps[0]?.hints[2] ?? '') ?? []
    await run((alarm ?? '').replace('<key ID>', arn('K4').split('/')[1] ?? ''))
    for (const [id, value] of [
      ['fingerprint', print.slice(0, 16)],
      ['first-place', 'the safe in Bristol'],
      ['second-place', 'the vault in Leeds'],
    ] as const)
      await answer(id, value)
    await answer('import-again-by', within ? '2026-01-20' : 'none')
    expect(open()).toEqual(['reminder'])
    await answer('import-again-by', within ? 'none' : '2027-01-04')
    expect({ open: open(), passed: passed() }).toEqual({ open: [], passed: true })
  })

  it.each(seedsForAllCases())('L3.4, each proof typed (seed %i)', async (seed) => {
    const { session, run, arn, open, passed } = await typedLab(chooseTheArchitecture, seed)
    for (const step of labOfSeed(chooseTheArchitecture, seed).steps) {
      for (const each of [...(step.predictions ?? []), ...(step.questions ?? [])])
        await session.answer(each.id, correctOption(each))
      for (const [line, exit] of typedProofs[step.id]?.(arn, step.text.join(' ')) ?? []) await run(line, exit)
      expect(session.store.getState().coach).toBeUndefined()
    }
    expect({ open: open(), passed: passed() }).toEqual({ open: [], passed: true })
  })

  it('C1, by the lines of its last hint', async () => {
    const { session, run, answer, open, passed } = await typedLab(defaultByDesign, 1)
    const [store = '', read = ''] = Array.from(
      defaultByDesign.steps[0]?.hints[2].matchAll(/`([^`]+)`/g) ?? [],
      ([, code]) => code as string,
    )
    const id = JSON.parse(await run('aws kms create-key')).KeyMetadata.KeyId as string
    await run(`aws kms create-alias --alias-name alias/trial-records --target-key-id ${id}`)
    const [, period] = /every (\d+) days/.exec(await run('cat assignment.txt')) ?? []
    await run(`aws kms enable-key-rotation --key-id ${id} --rotation-period-in-days ${period}`)
    await run(store)
    expect(open()).toEqual(['rotated', 'all-read', 'who-read', 'nothing-lies-about'])
    await run(`lab clock +${2 * Number(period) + 1}d`)

    await run('aws kms decrypt --ciphertext-blob fileb://r-0007.key', 254)
    expect(session.store.getState().coach?.moveId).toBe('context-forgotten')
    await run(read)
    expect(open()).toEqual(['who-read'])
    const seen = session
      .trail()
      .findIndex(
        ({ eventName, errorCode, requestParameters }) =>
          eventName === 'Decrypt' &&
          errorCode === undefined &&
          JSON.stringify(requestParameters?.encryptionContext) === '{"record":"r-0007"}',
      )
    await answer('who-read', String(seen + 1))
    expect({ open: open(), passed: passed() }).toEqual({ open: [], passed: true })

    // Opened again, the record itself is what the inbox says of it.
    const [, says] = /^r-0007 (.*)$/m.exec(await run('cat intake.txt')) ?? []
    const key =
      'aws kms decrypt --ciphertext-blob fileb://r-0007.key --encryption-context record=r-0007 --query Plaintext --output text'
    expect(
      await run(
        `openssl enc -d -aes-256-cbc -K $(${key} | base64 -d | xxd -p -c 64) -iv 00000000000000000000000000000000 -in r-0007.enc`,
      ),
    ).toBe(`${says}\n`)
  })
})

/** Few seeds that draw every case of the bank between them. */
function seedsForAllCases(): number[] {
  const missing = new Set(cases.map(({ id }) => id))
  const seeds: number[] = []
  const news = (seed: number) => casesOfSeed(seed).filter(({ definition }) => missing.has(definition.id))
  while (missing.size > 0) {
    const best = Array.from({ length: 40 }, (_, i) => i + 1).toSorted(
      (a, b) => news(b).length - news(a).length,
    )[0]
    if (best === undefined || news(best).length === 0) throw new Error(`no seed draws ${[...missing]}`)
    for (const { definition } of news(best)) missing.delete(definition.id)
    seeds.push(best)
  }
  return seeds
}
