// npm run record:tools: runs every line of src/shell/builtins/recorded/tools.json in a real bash with the real tools
// of this machine, and writes down what they say. To add a line, add {"line": "…"} there and run this again.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(new URL('../src/shell/builtins/recorded/tools.json', import.meta.url))
const { files, lines } = JSON.parse(readFileSync(file, 'utf8'))

const first = (...command) => execFileSync(command[0], command.slice(1), { encoding: 'utf8' }).split('\n')[0]
const versions = {
  bash: first('bash', '--version'),
  od: first('od', '--version'),
  cmp: first('cmp', '--version'),
  hexdump: first('hexdump', '--version'),
  ls: first('ls', '--version'),
}

/** Who records owns the files; in the lab it is the learner. */
const owner = `${userInfo().username} ${first('id', '-gn')}`
const owned = (stdout) =>
  Buffer.from(
    stdout
      .toString('latin1')
      .replaceAll(` 1 ${owner} `, ' 1 learner learner ')
      .replaceAll(new RegExp(`^(d.* [0-9]) ${owner} `, 'gm'), '$1 learner learner '),
    'latin1',
  )

const recorded = lines.map(({ line }) => {
  const folder = mkdtempSync(join(tmpdir(), 'record-tools-'))
  try {
    for (const [name, base64] of Object.entries(files))
      writeFileSync(join(folder, name), Buffer.from(base64, 'base64'))
    const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC', HOME: folder }
    const { stdout, stderr, status } = spawnSync('bash', ['-c', line], { cwd: folder, env, input: '' })
    return {
      line,
      stdout: (/\bls\b/.test(line) ? owned(stdout) : stdout).toString('base64'),
      stderr: stderr.toString('utf8').replaceAll(/^bash: line \d+: /gm, 'bash: '),
      exitCode: status,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
const rows = recorded.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
writeFileSync(
  file,
  `{\n  "versions": ${JSON.stringify(versions)},\n  "files": ${JSON.stringify(files)},\n  "lines": [\n${rows}\n  ]\n}\n`,
)
console.log(`${recorded.length} lines recorded`)
