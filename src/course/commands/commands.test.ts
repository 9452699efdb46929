import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { owned, type Bytes } from '../../bytes/bytes.ts'
import { playHeadless } from '../headless.ts'
import { wrapWithYourOwnOpenssl } from '../labs/wrap-with-your-own-openssl.ts'
import { importInto, parameters } from '../plays/import-moves.ts'
import type { Player } from '../plays/player.ts'
import { hands } from '../testing/hands.ts'
import { commandSheet, type CommandSheet, type WrapWith } from './command-sheet.ts'
import { readmeTxt } from './readme-txt.ts'

const systems = ['linux', 'macos', 'windows'] as const
const algorithms: readonly WrapWith[] = [
  'RSAES_OAEP_SHA_256',
  'RSAES_OAEP_SHA_1',
  'RSA_AES_KEY_WRAP_SHA_256',
  'RSA_AES_KEY_WRAP_SHA_1',
]

function opensslVersion(): string | undefined {
  try {
    return execFileSync('openssl', ['version'], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

/** Runs the Linux sheet in a folder that holds the public key, as a learner would. */
function run(sheet: CommandSheet, publicKey: Bytes, before: string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'wrap-'))
  try {
    writeFileSync(join(folder, 'WrappingPublicKey.bin'), publicKey)
    const shell = (line: string) =>
      execFileSync('sh', ['-ec', line], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    for (const line of before) shell(line)
    const printed = sheet.lines.map(({ line }) => shell(line).trim())
    const file = (name: string) => owned(readFileSync(join(folder, name)))
    return {
      printed,
      wrapped: file('wrapped.bin'),
      material: sheet.lines.some(({ id }) => id === 'make') ? file('material.bin') : undefined,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const freshLab = (): Promise<Player> => playHeadless(wrapWithYourOwnOpenssl, 11, hands)

describe('the lines for the learner’s own computer', () => {
  const openssl = opensslVersion()

  it('run with the real openssl, and KMS takes what they write (says so when there is none)', async () => {
    if (openssl === undefined) {
      console.info('commands: no openssl on this machine, the Linux lines were compared as text only')
      return
    }
    for (const algorithm of ['RSAES_OAEP_SHA_256', 'RSAES_OAEP_SHA_1'] as const) {
      const player = await freshLab()
      const { publicKey, token } = await parameters(player, 'K3', algorithm)
      const sheet = commandSheet({ system: 'linux', algorithm })
      const { printed, wrapped, material } = run(sheet, publicKey)
      for (const [i, { prints }] of sheet.lines.entries()) if (prints) expect(printed[i]).toContain(prints)
      expect(wrapped).toHaveLength(256)
      expect(printed[sheet.lines.findIndex(({ id }) => id === 'fingerprint')]).toContain(
        await player.fingerprint(material as Bytes),
      )

      const answer = await player.call('ImportKeyMaterial', {
        KeyId: player.arn('K3'),
        ImportToken: token,
        EncryptedKeyMaterial: wrapped,
        ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      })
      expect(answer).toMatchObject({ ok: true })
      // The same bytes wrapped here are the same material: the box held what openssl made.
      expect(await importInto(player, 'K3', material as Bytes)).toMatchObject({ ok: true })
    }
  })

  it('wrap a private key in two steps that KMS opens', async () => {
    if (openssl === undefined) {
      console.info('commands: no openssl on this machine, the two-step lines were compared as text only')
      return
    }
    for (const algorithm of ['RSA_AES_KEY_WRAP_SHA_256', 'RSA_AES_KEY_WRAP_SHA_1'] as const) {
      const player = await freshLab()
      const created = await player.call('CreateKey', {
        Origin: 'EXTERNAL',
        KeySpec: 'ECC_NIST_P256',
        KeyUsage: 'SIGN_VERIFY',
      })
      expect(created).toMatchObject({ ok: true })
      const KeyId = created.ok ? (created.output.KeyMetadata as { readonly Arn: string }).Arn : ''
      const asked = await player.call('GetParametersForImport', {
        KeyId,
        WrappingAlgorithm: algorithm,
        WrappingKeySpec: 'RSA_2048',
      })
      expect(asked).toMatchObject({ ok: true })
      if (!asked.ok) return
      const { wrapped } = run(commandSheet({ system: 'linux', algorithm }), asked.output.PublicKey as Bytes, [
        'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out private-key.pem',
      ])
      const answer = await player.call('ImportKeyMaterial', {
        KeyId,
        ImportToken: asked.output.ImportToken,
        EncryptedKeyMaterial: wrapped,
        ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      })
      expect(answer).toMatchObject({ ok: true })
    }
  })

  it.each(systems)(
    'on %s name both hashes and never write bytes through a redirection of openssl',
    (system) => {
      for (const algorithm of algorithms) {
        const { lines, notes } = commandSheet({ system, algorithm })
        const wrap = lines.find(({ id }) => id === 'wrap' || id === 'wrap-aes-key')?.line ?? ''
        const hash = algorithm.endsWith('256') ? 'sha256' : 'sha1'
        expect(wrap).toContain(`rsa_oaep_md:${hash}`)
        expect(wrap).toContain(`rsa_mgf1_md:${hash}`)
        expect(notes.length).toBeGreaterThan(1)
        for (const { line } of lines) {
          if (system === 'windows') expect(line).not.toContain('>')
          if (/\b(?:rand|pkeyutl|enc|pkcs8)\b/.test(line)) expect(line).toContain('-out ')
        }
      }
    },
  )

  it('leave exactly three options open when the lab fades them', () => {
    const { lines } = commandSheet({
      system: 'linux',
      algorithm: 'RSAES_OAEP_SHA_256',
      blanks: ['padding-mode', 'oaep-md', 'mgf1-md'],
    })
    expect(lines.find(({ id }) => id === 'wrap')?.line.match(/____/g)).toHaveLength(3)
  })
})

describe('README.txt', () => {
  it('names the key, the algorithm, the end of the 24 hours and the lines of all three systems', () => {
    const text = readmeTxt({
      keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      algorithm: 'RSAES_OAEP_SHA_256',
      wrappingKeySpec: 'RSA_3072',
      validTo: Date.UTC(2026, 0, 13, 9, 0, 5),
    })
    for (const part of [
      'key/1234abcd',
      'RSAES_OAEP_SHA_256',
      'RSA_3072',
      '2026-01-13 09:00:05 UTC',
      'Linux',
      'macOS',
      'Windows',
      'openssl pkeyutl',
    ]) {
      expect(text).toContain(part)
    }
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})
