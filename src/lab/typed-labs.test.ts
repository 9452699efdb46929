import { describe, expect, it } from 'vitest'
import { decodeUtf8 } from '../bytes/utf8.ts'
import type { LabDefinition } from '../course/lab-definition.ts'
import { firstImport } from '../course/labs/first-import.ts'
import { standing } from './checks.ts'
import { createLab } from './create-lab.ts'
import { NAMES, PROGRESS, type ProgressRow } from './rows.ts'
import type { TerminalEntry } from './terminal.ts'
import { testPorts } from './testing/ports.ts'
import { realShell } from './testing/real-shell.ts'

async function typedLab(lab: LabDefinition, key: string, seed: number) {
  const session = await createLab({ ...testPorts({ labs: [lab], seed }), shell: realShell })
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
    arn: session.tables.get<string>(NAMES, key) as string,
    open: () =>
      standing(lab, session.tables, session.store.getState().now)
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

// RSA pairs take their time on a busy machine.
describe('a lab passes by typed lines alone', { timeout: 60_000 }, () => {
  it.each([1, 2, 3])('L2.1, after two mistakes that KMS names (seed %i)', async (seed) => {
    const { session, run, arn, open, passed } = await typedLab(firstImport, 'K2', seed)
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
})
