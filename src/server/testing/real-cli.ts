import { execFile, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { proxyRow } from '../../shell/commands/aws/testing/proxy-row.ts'
import type { Stage } from '../../shell/commands/aws/testing/scenario.ts'
import { startEndpoint } from '../endpoint.ts'

const run = promisify(execFile)
const PLACES = ['/usr/bin/aws', '/usr/local/bin/aws', 'aws']
const ROLES = ['KeyAdmin', 'KeyCustodian', 'AppRole', 'Auditor']

/** The real AWS CLI in a home of its own, taught the newest operations of KMS. */
export interface RealCli {
  /** A stage whose lines the CLI sends to an endpoint of their own */
  onEndpoint<T>(tell: (stage: Stage) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The first AWS CLI of version 2 on this computer; version 1 may come first on a PATH and is another program. */
export function findCli(places = PLACES): { readonly file: string; readonly version: string } | undefined {
  for (const file of places) {
    const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' })
    const [version = ''] = (stdout ?? '').split(' ')
    if (version.startsWith('aws-cli/2.')) return { file, version }
  }
  return undefined
}

/** The folder of service models that the botocore of this computer has. */
export function findModels(): string | undefined {
  const asks = "import botocore, os; print(os.path.join(os.path.dirname(botocore.__file__), 'data'))"
  const { status, stdout } = spawnSync('python3', ['-c', asks], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/** @param models botocore's `data` folder, from which an older CLI learns the operations that came after it */
export async function realCli(file: string, models: string): Promise<RealCli> {
  const home = await mkdtemp(join(tmpdir(), 'real-aws-'))
  const own = join(home, '.aws', 'models', 'kms', '2014-11-01')
  await mkdir(own, { recursive: true })
  for (const name of ['service-2.json', 'paginators-1.json'])
    await writeFile(join(own, name), await kmsModel(models, name))
  const profiles = ROLES.map(
    (role) => `[profile ${role}]\naws_access_key_id = ${role}\naws_secret_access_key = lab\n`,
  )
  await writeFile(join(home, '.aws', 'config'), profiles.join('\n'))

  return {
    close: () => rm(home, { recursive: true }),
    async onEndpoint(tell) {
      const endpoint = await startEndpoint({
        port: 0,
        start: Date.UTC(2026, 0, 12, 9),
        onBug: (error) => console.error('Bug of the simulator:', error),
      })
      const url = `http://127.0.0.1:${endpoint.port}`
      const cwd = await mkdtemp(join(home, 'work-'))
      try {
        return await tell({
          run: (words, env) => send(words, { file, home, cwd, env, url }),
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
    },
  }
}

/** A file of KMS's service model. Packages hold it as text or gzipped. */
export async function kmsModel(models: string, name: string): Promise<Buffer> {
  const path = join(models, 'kms', '2014-11-01', name)
  try {
    return await readFile(path)
  } catch {
    return gunzipSync(await readFile(`${path}.gz`))
  }
}

interface Sent {
  readonly file: string
  readonly home: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly url: string
}

/** The endpoint's address goes in front, where no line of a learner has it. */
async function send(words: readonly string[], { file, home, cwd, env, url }: Sent) {
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
    const { stdout, stderr } = await run(file, line, { cwd, env: environment, maxBuffer: 1 << 24 })
    return { stdout, stderr, exitCode: 0 }
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout: string; stderr: string }
    if (typeof code !== 'number') throw error
    return { stdout, stderr, exitCode: code }
  }
}
