// Records what the real `openssl` (3.0) says to the lines of src/shell/commands/openssl/testing/lines.json:
//   npm run record:openssl
// Keys and inputs are made anew unless the recording has them already; they protect nothing.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const here = new URL('../src/shell/commands/openssl/', import.meta.url)
const lines = JSON.parse(readFileSync(new URL('testing/lines.json', here), 'utf8'))
const target = new URL('recorded/transcript.json', here)
const folder = mkdtempSync(join(tmpdir(), 'openssl-lines-'))
const run = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
const version = execFileSync('openssl', ['version'], { encoding: 'utf8' }).trim()
if (!version.startsWith('OpenSSL 3.0.')) throw new Error(`OpenSSL 3.0 is recorded, this is ${version}`)

const kept = () => {
  try {
    return JSON.parse(readFileSync(target, 'utf8')).inputs
  } catch {
    return undefined
  }
}

function makeInputs() {
  run('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', 'rsa.pem')
  run('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'ec.pem')
  run('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'peerkey.pem')
  run('genpkey', '-algorithm', 'ED25519', '-out', 'ed.pem')
  for (const name of ['rsa', 'ec', 'ed'])
    run('pkey', '-in', `${name}.pem`, '-pubout', '-out', `${name}pub.pem`)
  run('pkey', '-in', 'peerkey.pem', '-pubout', '-out', 'peer.pem')
  run('pkey', '-in', 'peerkey.pem', '-pubout', '-outform', 'DER', '-out', 'peer.der')
  rmSync(join(folder, 'peerkey.pem'))
  run('pkey', '-in', 'rsa.pem', '-pubout', '-outform', 'DER', '-out', 'rsapub.der')
  run('base64', '-in', 'rsapub.der', '-out', 'rsapub.b64')
  run('base64', '-A', '-in', 'rsapub.der', '-out', 'oneline.b64')
  run('pkcs8', '-topk8', '-nocrypt', '-in', 'rsa.pem', '-outform', 'DER', '-out', 'rsa.der')
  run('rsa', '-in', 'rsa.pem', '-traditional', '-out', 'rsat.pem')
  run('ec', '-in', 'ec.pem', '-out', 'ect.pem')
  run('rand', '-out', 'm.bin', '32')
  run('rand', '-out', 'other.bin', '32')
  run('rand', '-hex', '-out', 'm.hex', '32')
  run('rand', '-out', 'r.bin', '300')
  writeFileSync(join(folder, 'note.txt'), 'a note of 30 bytes, no secret\n')
  writeFileSync(join(folder, 'cut.der'), readFileSync(join(folder, 'rsapub.der')).subarray(0, 100))
  const wrap = (out, ...options) =>
    run('pkeyutl', '-encrypt', '-pubin', '-inkey', 'rsapub.pem', '-in', 'm.bin', '-out', out, ...options)
  wrap('pkcs1.bin')
  wrap('oaep1.bin', '-pkeyopt', 'rsa_padding_mode:oaep')
  wrap('oaep256.bin', '-pkeyopt', 'rsa_padding_mode:oaep', '-pkeyopt', 'rsa_oaep_md:sha256')
  run('dgst', '-sha256', '-sign', 'ec.pem', '-out', 'ecsig.bin', 'note.txt')
  run('dgst', '-sha256', '-sign', 'rsa.pem', '-sigopt', 'rsa_padding_mode:pss', '-sigopt',
    'rsa_pss_saltlen:digest', '-out', 'pss.bin', 'note.txt') // biome-ignore format: one line
}

const contents = () =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )

try {
  const inputs = process.argv.includes('--new-inputs') ? undefined : kept()
  if (inputs)
    for (const [name, base64] of Object.entries(inputs))
      writeFileSync(join(folder, name), Buffer.from(base64, 'base64'))
  else makeInputs()
  const begun = contents()
  let before = begun
  const recorded = lines.map((line) => {
    const { status, stdout, stderr } = spawnSync('openssl', line.split(' '), { cwd: folder, input: '' })
    const after = contents()
    const files = Object.fromEntries(Object.entries(after).filter(([name, bytes]) => before[name] !== bytes))
    before = after
    return {
      line,
      exitCode: status,
      stdout: stdout.toString('base64'),
      stderr: stderr.toString('latin1').replace(/^[0-9A-F]{16}:error/gm, 'THREAD:error'),
      ...(Object.keys(files).length > 0 ? { files } : {}),
    }
  })
  writeFileSync(
    target,
    `${JSON.stringify({ tool: version, note: 'TEST ONLY: these keys protect nothing', inputs: begun, recorded }, null, 1)}\n`,
  )
  console.log(`${recorded.length} lines recorded with ${version}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
