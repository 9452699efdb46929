import { createCloud } from '../../../../cloud/cloud.ts'
import { encodeUtf8 } from '../../../../bytes/utf8.ts'
import { testCrypto, START } from '../../../../kms/testing/account.ts'
import { Tables } from '../../../../kms/tables.ts'
import { createWire } from '../../../../wire/handle.ts'
import { serviceModels } from '../../../../wire/service-models.ts'
import { virtualClock } from '../../../../world/clock.ts'
import { seededEntropy } from '../../../../world/entropy.ts'
import type { CommandContext } from '../../../command.ts'
import { FileError, type Files } from '../../../files.ts'
import type { Host } from '../../../host.ts'
import { runAws } from '../main.ts'
import { proxyRow } from './proxy-row.ts'
import type { Stage } from './scenario.ts'

/** Not on a whole second, as the clock of no real endpoint is. */
const BEGIN = START + 123

/** A disk in memory; `list` and folders as far as the commands here need them. */
export function memoryFiles(cwd = '/home/learner'): Files & { readonly disk: Map<string, Uint8Array> } {
  const disk = new Map<string, Uint8Array>()
  const full = (path: string) => (path.startsWith('/') ? path : `${cwd}/${path.replace(/^\.\//, '')}`)
  const isFolder = (path: string) => [...disk.keys()].some((name) => name.startsWith(`${path}/`))
  return {
    disk,
    async read(path) {
      const bytes = disk.get(full(path))
      if (bytes) return bytes as Uint8Array<ArrayBuffer>
      throw new FileError(isFolder(full(path)) ? 'EISDIR' : 'ENOENT')
    },
    async write(path, bytes) {
      disk.set(full(path), bytes)
    },
    async exists(path) {
      return disk.has(full(path)) || isFolder(full(path))
    },
    async list(path) {
      const folder = full(path === '' ? '.' : path).replace(/\/?\.?$/, '/')
      const names = [...disk.keys()]
        .filter((name) => name.startsWith(folder))
        .map((name) => name.slice(folder.length).replace(/\/.*/, '/'))
      return [...new Set(names)].sort()
    },
    async about(path) {
      const size = disk.get(full(path))?.length
      if (size === undefined && !isFolder(full(path))) throw new FileError('ENOENT')
      const kind = size === undefined ? 'folder' : 'file'
      return { kind, mode: 0o644, size: size ?? 0, changedAt: BEGIN, theirs: true }
    },
  }
}

/** Our own command over a world of its own. */
export function labStage() {
  const clock = virtualClock(BEGIN)
  const entropy = seededEntropy(new Uint8Array(32).fill(5))
  const tables = new Tables()
  const cloud = createCloud({ world: { clock, entropy }, crypto: testCrypto(), tables })
  const wire = createWire({ cloud, account: '111122223333', region: 'eu-west-1' })
  const files = memoryFiles()
  const sent: string[] = []
  const host: Host = {
    models: structuredClone(serviceModels()),
    send(request) {
      sent.push(request.headers['x-amz-target'] ?? '')
      return wire(request)
    },
    random: async (length) => entropy.bytes(length) as Uint8Array<ArrayBuffer>,
    now: async () => clock.now(),
    sleep: async (ms) => clock.advance(ms),
    identity: async () => ({ profile: 'root', region: 'eu-west-1', account: '111122223333' }),
  }
  const context = (
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    stdin = '',
  ): CommandContext => ({
    name: 'aws',
    args,
    stdin: encodeUtf8(stdin),
    files,
    cwd: '/home/learner',
    env: new Map(Object.entries({ HOME: '/home/learner', ...env })),
    host,
  })
  const run = async (words: readonly string[], env: Readonly<Record<string, string>> = {}, stdin = '') => {
    const { stdout, stderr, exitCode } = await runAws(context(words, env, stdin))
    return { stdout: Buffer.from(stdout).toString(), stderr: Buffer.from(stderr).toString(), exitCode }
  }
  return {
    host,
    files,
    cloud,
    sent,
    context,
    run,
    read: (name: string) => files.read(name),
    write: (name: string, bytes: Uint8Array) => files.write(name, new Uint8Array(bytes)),
    async travel(seconds: number) {
      clock.advance(seconds * 1000)
      await cloud.settle()
    },
    async proxy(name: string) {
      tables.apply([proxyRow(name)])
    },
  } satisfies Stage & Record<string, unknown>
}
