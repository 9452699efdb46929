import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { latin1 } from './base64-text.ts'
import { runOpenssl } from './main.ts'
import { memoryFiles } from './testing/memory-files.ts'
import { smallHost } from '../../testing/small-host.ts'

const version = spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? ''
const present = version.startsWith('OpenSSL 3')

const folder = mkdtempSync(join(tmpdir(), 'openssl-mutual-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const disk = memoryFiles([])
const host = smallHost()

const theirs = (line: string) =>
  execFileSync('openssl', line.split(' '), { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString(
    'latin1',
  )
async function ours(line: string): Promise<string> {
  const { stdout, stderr, exitCode } = await runOpenssl({
    name: 'openssl',
    args: line.split(' '),
    stdin: new Uint8Array(),
    files: disk.files,
    cwd: '/home/learner',
    env: new Map(),
    host,
  })
  expect(exitCode, latin1(stderr)).toBe(0)
  return latin1(stdout)
}
/** Both disks have the same files after it. */
async function shared(...names: readonly string[]) {
  for (const name of names) {
    const bytes = disk.bytes(name)
    if (bytes) writeFileSync(join(folder, name), bytes)
    else await disk.files.write(name, new Uint8Array(readFileSync(join(folder, name))))
  }
}
const same = (name: string) =>
  expect(new Uint8Array(readFileSync(join(folder, name)))).toEqual(disk.bytes(name))

const OAEP = ['sha1', 'sha224', 'sha256', 'sha384', 'sha512'].flatMap((md) => [
  `-pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:${md}`,
  `-pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:${md} -pkeyopt rsa_mgf1_md:sha1`,
])

if (!present) {
  const notice = 'OpenSSL 3 is not on this computer: our openssl beside the real one not run'
  it(notice, () => console.warn(notice))
} else
  describe('our openssl and the real one', () => {
    it('read each other’s keys, of every kind', async () => {
      await ours('genrsa -out ours.pem 2048')
      theirs('genrsa -out theirs.pem 2048')
      await ours('genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -outform DER -out ours-ec.der')
      theirs('genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -outform DER -out theirs-ec.der')
      await ours('genpkey -algorithm ED25519 -out ours-ed.pem')
      theirs('genpkey -algorithm ED25519 -out theirs-ed.pem')
      await ours('ecparam -name secp256k1 -genkey -noout -out ours-k1.pem')
      await shared(
        'ours.pem',
        'theirs.pem',
        'ours-ec.der',
        'theirs-ec.der',
        'ours-ed.pem',
        'theirs-ed.pem',
        'ours-k1.pem',
      )
      for (const name of ['ours.pem', 'theirs.pem', 'ours-ed.pem', 'theirs-ed.pem', 'ours-k1.pem'])
        expect(await ours(`pkey -in ${name} -pubout`)).toBe(theirs(`pkey -in ${name} -pubout`))
      for (const name of ['ours-ec.der', 'theirs-ec.der'])
        expect(await ours(`pkey -in ${name} -text -noout`)).toBe(theirs(`pkey -in ${name} -text -noout`))
    })

    it('show the same structure of a key and of its public half', async () => {
      theirs('genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out shown.pem')
      theirs('pkey -in shown.pem -pubout -outform DER -out shown-public.der')
      theirs('ecparam -name prime256v1 -genkey -out shown-ec.pem')
      await shared('shown.pem', 'shown-public.der', 'shown-ec.pem')
      for (const line of [
        'asn1parse -in shown.pem',
        'asn1parse -inform DER -in shown-public.der',
        'asn1parse -inform DER -in shown-public.der -i',
        'asn1parse -inform DER -in shown-public.der -strparse 18',
        'asn1parse -in shown-ec.pem',
        'asn1parse -in shown.pem -noout',
      ])
        expect(`${line}\n${await ours(line)}`).toBe(`${line}\n${theirs(line)}`)
    })

    it.each(['', ...OAEP])('open what the other one closed %s', async (padding) => {
      await shared('ours.pem')
      await ours('rand -out m.bin 32')
      await ours('rsa -in ours.pem -pubout -out pub.pem')
      await shared('m.bin', 'pub.pem')
      const more = padding ? ` ${padding}` : ''
      await ours(`pkeyutl -encrypt -pubin -inkey pub.pem -in m.bin -out a.bin${more}`)
      theirs(`pkeyutl -encrypt -pubin -inkey pub.pem -in m.bin -out b.bin${more}`)
      await disk.files.write('b.bin', new Uint8Array(readFileSync(join(folder, 'b.bin'))))
      writeFileSync(join(folder, 'a.bin'), disk.bytes('a.bin') as Uint8Array)
      theirs(`pkeyutl -decrypt -inkey ours.pem -in a.bin -out opened${more}`)
      await ours(`pkeyutl -decrypt -inkey ours.pem -in b.bin -out opened${more}`)
      expect(new Uint8Array(readFileSync(join(folder, 'opened')))).toEqual(disk.bytes('m.bin'))
      expect(disk.bytes('opened')).toEqual(disk.bytes('m.bin'))
    })

    it.each([
      ['ours.pem', '-sha256', ''],
      ['ours.pem', '-sha512', ' -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest'],
      ['ours-k1.pem', '-sha256', ''],
    ])('verify what the other one signed: %s %s%s', async (key, hash, more) => {
      await ours('rand -hex -out note.txt 40')
      await ours(`pkey -in ${key} -pubout -out signer.pem`)
      await shared('note.txt', 'signer.pem')
      await ours(`dgst ${hash} -sign ${key} -out s1${more} note.txt`)
      theirs(`dgst ${hash} -sign ${key} -out s2${more} note.txt`)
      writeFileSync(join(folder, 's1'), disk.bytes('s1') as Uint8Array)
      await disk.files.write('s2', new Uint8Array(readFileSync(join(folder, 's2'))))
      expect(theirs(`dgst ${hash} -verify signer.pem -signature s1${more} note.txt`)).toBe('Verified OK\n')
      expect(await ours(`dgst ${hash} -verify signer.pem -signature s2${more} note.txt`)).toBe(
        'Verified OK\n',
      )
    })

    it('derive one secret, and wrap a private key to the same bytes', async () => {
      await ours('pkey -in theirs-ec.der -pubout -out peer.pem')
      await shared('peer.pem')
      await ours('pkeyutl -derive -inkey ours-ec.der -peerkey peer.pem -out secret')
      theirs('pkeyutl -derive -inkey ours-ec.der -peerkey peer.pem -out secret')
      same('secret')
      await ours('pkcs8 -topk8 -nocrypt -in ours.pem -outform DER -out key.der')
      await shared('key.der')
      const wrap = `enc -id-aes256-wrap-pad -K ${'0f'.repeat(32)} -iv A65959A6 -in key.der -out key.wrapped`
      await ours(wrap)
      theirs(wrap)
      same('key.wrapped')
    })

    it.each([3, 48, 49, 64, 1000])('read each other’s base64 of %i random bytes', async (length) => {
      await ours(`rand -out bytes ${length}`)
      writeFileSync(join(folder, 'bytes'), disk.bytes('bytes') as Uint8Array)
      for (const option of ['', ' -A']) {
        const text = await ours(`base64 -in bytes${option}`)
        expect(text).toBe(theirs(`base64 -in bytes${option}`))
        await disk.files.write('text', new TextEncoder().encode(text))
        await ours(`base64 -d -in text -out back${option}`)
        expect(disk.bytes('back')).toEqual(disk.bytes('bytes'))
      }
    })
  })
