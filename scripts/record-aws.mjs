import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { createServer } from 'vite'

/**
 * npm run record:aws -- [--aws FILE] [--models FOLDER] [--only STORY]
 *
 * Plays the stories of src/shell/commands/aws/testing/scenarios.ts with the real AWS CLI, version 2, against our
 * endpoint, and writes what it printed to src/shell/commands/aws/recorded/transcript.json. A CLI that is older than
 * KMS's newest operations is taught them, in a home of its own, by the service model of botocore: from FOLDER (its
 * `botocore/data`), or downloaded with pip. Of the model only the order of members is kept, in kms-members.json.
 */
const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
const into = join(root, 'src/shell/commands/aws/recorded/transcript.json')
const members = join(root, 'src/shell/commands/aws/recorded/kms-members.json')
const { values } = parseArgs({
  options: {
    aws: { type: 'string', default: '/usr/bin/aws' },
    models: { type: 'string' },
    only: { type: 'string' },
  },
})

const version = (await run(values.aws, ['--version'])).stdout
if (!version.startsWith('aws-cli/2.'))
  throw new Error(`The reference is AWS CLI version 2, this is ${version}`)

const home = await mkdtemp(join(tmpdir(), 'record-aws-'))
const vite = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
})
try {
  await teach(values.models ?? (await downloaded()))
  const { scenarios } = await vite.ssrLoadModule('/src/shell/commands/aws/testing/scenarios.ts')
  const { play } = await vite.ssrLoadModule('/src/shell/commands/aws/testing/play.ts')
  const { normalized } = await vite.ssrLoadModule('/src/shell/commands/aws/testing/normalize.ts')
  const told = []
  for (const scenario of scenarios) {
    if (values.only && scenario.name !== values.only) continue
    const lines = await onEndpoint((stage) => play(scenario, stage))
    told.push({ name: scenario.name, lines: normalized(lines) })
    console.log(`${scenario.name}: ${lines.length} lines`)
  }
  const before = values.only ? JSON.parse(await readFile(into, 'utf8')).scenarios : []
  const all = scenarios.flatMap(({ name }) => [...told, ...before].find((one) => one.name === name) ?? [])
  await writeFile(into, `${JSON.stringify({ cli: version.split(' ')[0], scenarios: all }, null, 1)}\n`)
} finally {
  await vite.close()
  await rm(home, { recursive: true })
}

async function downloaded() {
  await run('python3', ['-m', 'pip', 'download', '--no-deps', '-q', '-d', home, 'botocore'])
  await run('sh', ['-c', 'python3 -m zipfile -e botocore-*.whl models'], { cwd: home })
  return join(home, 'models', 'botocore', 'data')
}

async function teach(data) {
  const folder = join(data, 'kms', '2014-11-01')
  const own = join(home, '.aws', 'models', 'kms', '2014-11-01')
  await mkdir(own, { recursive: true })
  for (const name of ['service-2.json', 'paginators-1.json'])
    await writeFile(join(own, name), await plain(join(folder, name)))
  await writeFile(
    members,
    `${JSON.stringify(ordersOf(JSON.parse(await plain(join(folder, 'service-2.json')))), null, 1)}\n`,
  )
  const roles = ['KeyAdmin', 'KeyCustodian', 'AppRole', 'Auditor']
  const profiles = roles.map(
    (role) => `[profile ${role}]\naws_access_key_id = ${role}\naws_secret_access_key = lab\n`,
  )
  await writeFile(join(home, '.aws', 'config'), profiles.join('\n'))
}

/** The members of every input and output, in the order in which the CLI prints them. */
function ordersOf({ operations, shapes }) {
  const names = (at) => Object.entries(shapes[at]?.members ?? {})
  const inside = (at) => {
    const { type, member, members: own } = shapes[at]
    if (type === 'list') return inside(member.shape)
    return own ? Object.fromEntries(names(at).map(([name, { shape }]) => [name, inside(shape)])) : 0
  }
  return Object.fromEntries(
    Object.entries(operations).map(([name, { input, output }]) => [
      name,
      { input: input ? inside(input.shape) : {}, output: output ? inside(output.shape) : {} },
    ]),
  )
}

/** Packages hold the models as text or gzipped. */
async function plain(path) {
  try {
    return await readFile(path)
  } catch {
    const { gunzipSync } = await import('node:zlib')
    return gunzipSync(await readFile(`${path}.gz`))
  }
}

async function onEndpoint(tell) {
  const { startEndpoint } = await vite.ssrLoadModule('/src/server/endpoint.ts')
  const { proxyRow } = await vite.ssrLoadModule('/src/shell/commands/aws/testing/proxy-row.ts')
  const endpoint = await startEndpoint({
    port: 0,
    start: Date.UTC(2026, 0, 12, 9),
    onBug: (error) => console.error('Bug of the simulator:', error),
  })
  const url = `http://127.0.0.1:${endpoint.port}`
  const cwd = await mkdtemp(join(home, 'work-'))
  try {
    return await tell({
      run: (words, env) => real(words, { cwd, env, url }),
      read: (name) => readFile(join(cwd, name)),
      write: (name, bytes) => writeFile(join(cwd, name), bytes),
      async travel(advanceSeconds) {
        const body = JSON.stringify({ advanceSeconds })
        const headers = { 'content-type': 'application/json' }
        await fetch(`${url}/_lab/clock`, { method: 'POST', headers, body })
      },
      async proxy(name) {
        endpoint.cloud.tables.apply([proxyRow(name)])
      },
    })
  } finally {
    await endpoint.close()
  }
}

/** The endpoint's address goes in front, where no line of a learner has it. */
async function real(words, { cwd, env, url }) {
  const environment = {
    PATH: process.env.PATH,
    HOME: home,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    NO_PROXY: '127.0.0.1',
    AWS_ACCESS_KEY_ID: 'lab',
    AWS_SECRET_ACCESS_KEY: 'lab',
    AWS_REGION: 'eu-west-1',
    AWS_PAGER: '',
    AWS_EC2_METADATA_DISABLED: 'true',
    ...env,
  }
  const line = words.includes('--endpoint-url') ? words : ['--endpoint-url', url, ...words]
  try {
    const { stdout, stderr } = await run(values.aws, line, { cwd, env: environment, maxBuffer: 1 << 24 })
    return { stdout, stderr, exitCode: 0 }
  } catch (error) {
    if (typeof error.code !== 'number') throw error
    return { stdout: error.stdout, stderr: error.stderr, exitCode: error.code }
  }
}
