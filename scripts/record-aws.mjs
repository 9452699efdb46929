import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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
    aws: { type: 'string' },
    models: { type: 'string' },
    only: { type: 'string' },
  },
})

const vite = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
})
const downloads = await mkdtemp(join(tmpdir(), 'record-aws-'))
try {
  const { findCli, kmsModel, realCli } = await vite.ssrLoadModule('/src/server/testing/real-cli.ts')
  const { scenarios } = await vite.ssrLoadModule('/src/shell/commands/aws/testing/scenarios.ts')
  const { play } = await vite.ssrLoadModule('/src/shell/commands/aws/testing/play.ts')
  const { normalized } = await vite.ssrLoadModule('/src/shell/commands/aws/testing/normalize.ts')

  const found = findCli(values.aws && [values.aws])
  if (!found) throw new Error('The reference is AWS CLI version 2, which is not there')
  const models = values.models ?? (await downloaded())
  const model = JSON.parse(await kmsModel(models, 'service-2.json'))
  await writeFile(members, `${JSON.stringify(ordersOf(model), null, 1)}\n`)

  const cli = await realCli(found.file, models)
  const told = []
  for (const scenario of scenarios) {
    if (values.only && scenario.name !== values.only) continue
    const lines = await cli.onEndpoint((stage) => play(scenario, stage))
    told.push({ name: scenario.name, lines: normalized(lines) })
    console.log(`${scenario.name}: ${lines.length} lines`)
  }
  await cli.close()
  const before = values.only ? JSON.parse(await readFile(into, 'utf8')).scenarios : []
  const all = scenarios.flatMap(({ name }) => [...told, ...before].find((one) => one.name === name) ?? [])
  await writeFile(into, `${JSON.stringify({ cli: found.version, scenarios: all }, null, 1)}\n`)
} finally {
  await vite.close()
  await rm(downloads, { recursive: true })
}

async function downloaded() {
  await run('python3', ['-m', 'pip', 'download', '--no-deps', '-q', '-d', downloads, 'botocore'])
  await run('sh', ['-c', 'python3 -m zipfile -e botocore-*.whl models'], { cwd: downloads })
  return join(downloads, 'models', 'botocore', 'data')
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
