import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { headersFor, rawRequest, sendRaw, statusOf } from './testing/raw-http.ts'

// The real command line as a process of its own, killed or starved while clients are writing (F40).

const folder = mkdtempSync(join(tmpdir(), 'kms-kill-'))
const root = fileURLToPath(new URL('../..', import.meta.url))
const main = join(folder, 'dist', 'main.js')
const running: ChildProcess[] = []

/** As `npm run kms` builds it, beside what it may have built already. */
beforeAll(async () => {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const config = join(root, '.ci', 'vite.server.config.ts')
  const args = [
    vite,
    'build',
    '--config',
    config,
    '--outDir',
    join(folder, 'dist'),
    '--emptyOutDir',
    '--logLevel',
    'error',
  ]
  await promisify(execFile)(process.execPath, args, { cwd: root })
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true }))

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))

interface Server {
  readonly child: ChildProcess
  readonly port: number
}

/** @param limitBlocks the largest file it may write, in blocks of 512 bytes: what a full disk is to it */
async function start(state: string, limitBlocks?: number): Promise<Server> {
  const words = [process.execPath, main, '--port', '0', '--state', state]
  const [command, ...args] =
    limitBlocks === undefined
      ? words
      : ['sh', '-c', `trap '' XFSZ; ulimit -f ${limitBlocks}; exec "$@"`, 'sh', ...words]
  const child = spawn(command as string, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk))
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      const port = /KMS at http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1]
      if (port) resolve({ child, port: Number(port) })
    })
    child.once('exit', () => reject(new Error(said)))
  })
}

const create = async (port: number, Description: string) =>
  statusOf(await sendRaw(port, rawRequest(headersFor(port, 'CreateKey'), JSON.stringify({ Description }))))

async function keyCount(port: number): Promise<number> {
  const answer = await sendRaw(port, rawRequest(headersFor(port, 'ListKeys'), '{"Limit":1000}'))
  return answer.match(/"KeyId"/g)?.length ?? 0
}

describe('a server with a state file', () => {
  it('loses no key that it had answered for, killed at ten different moments', async () => {
    const state = join(folder, 'killed.jsonl')
    let answered = 0
    for (let moment = 1; moment <= 10; moment++) {
      const { child, port } = await start(state)
      expect(await keyCount(port)).toBeGreaterThanOrEqual(answered)
      const before = answered
      const gone = ended(child)
      const client = async () => {
        while (child.exitCode === null && child.signalCode === null) {
          if ((await create(port, 'k')) !== 200) return
          answered++
          if (answered - before === moment * 3) child.kill('SIGKILL')
        }
      }
      await Promise.all([client(), client(), client(), client()])
      await gone
      expect(answered - before).toBeGreaterThanOrEqual(moment * 3)
    }
    const { port } = await start(state)
    expect(await keyCount(port)).toBeGreaterThanOrEqual(answered)
  })

  it('keeps its keys and its clock over an orderly end', async () => {
    const state = join(folder, 'ended.jsonl')
    const first = await start(state)
    expect(await create(first.port, 'kept')).toBe(200)
    const body = '{"advanceSeconds":86400}'
    const move = rawRequest(
      { Host: `127.0.0.1:${first.port}`, 'Content-Type': 'application/json' },
      body,
      'POST /_lab/clock HTTP/1.1',
    )
    const nowOf = (answer: string) => Number(/"now":([\d.]+)/.exec(answer)?.[1])
    const moved = nowOf(await sendRaw(first.port, move))
    first.child.kill('SIGTERM')
    expect(await ended(first.child)).toBe(0)

    const { port } = await start(state)
    expect(await keyCount(port)).toBe(1)
    const now = nowOf(
      await sendRaw(port, rawRequest({ Host: `127.0.0.1:${port}` }, '', 'GET /_lab/clock HTTP/1.1')),
    )
    expect(now).toBeGreaterThanOrEqual(moved)
    expect(now - moved).toBeLessThan(3600)
  })

  it('is refused to a second server while the first one lives', async () => {
    const state = join(folder, 'shared.jsonl')
    await start(state)
    await expect(start(state)).rejects.toThrow('Another server uses this state file')
  })

  if (process.platform === 'win32')
    console.warn('no file size limit on this system: the full disk was not tried')
  else
    it('answers for nothing that a full disk did not take, and goes on when there is room', async () => {
      const state = join(folder, 'full.jsonl')
      const { child, port } = await start(state, 16)
      let answered = 0
      let status = 200
      while (status === 200) {
        status = await create(port, 'x'.repeat(200))
        if (status === 200) answered++
      }
      expect(status).toBe(500)
      expect(answered).toBeGreaterThan(0)
      expect(await create(port, 'y')).toBe(500)
      child.kill('SIGKILL')
      await ended(child)

      const next = await start(state)
      expect(await keyCount(next.port)).toBe(answered)
      expect(await create(next.port, 'z')).toBe(200)
    })
})

describe('the command line', () => {
  const say = (...args: string[]) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const child = spawn(process.execPath, [main, ...args])
      running.push(child)
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk))
      child.once('close', (code) => resolve({ code, said }))
    })

  it('explains itself', async () => {
    const { code, said } = await say('--help')
    expect(code).toBe(0)
    for (const option of [
      '--port',
      '--account',
      '--region',
      '--state',
      '--start',
      '--bind',
      '--i-understand',
    ])
      expect(said).toContain(option)
  })

  it.each([
    ['--port', '99999'],
    ['--account', '12'],
    ['--region', 'Mars'],
    ['--start', 'tomorrow'],
    ['--colour', 'red'],
  ])('refuses %s %s with a sentence and status 2', async (option, value) => {
    const { code, said } = await say(option, value)
    expect(code).toBe(2)
    expect(said).toContain(option)
    expect(said).not.toContain('    at ')
  })

  it('does not listen for others without --i-understand', async () => {
    expect(await say('--port', '0', '--bind', '0.0.0.0')).toMatchObject({
      code: 1,
      said: expect.stringContaining('--i-understand') as string,
    })
  })

  it('says what it is, that it checks nobody and where it is', async () => {
    const { child, port } = await start(join(folder, 'hello.jsonl'))
    expect(port).toBeGreaterThan(0)
    child.kill('SIGINT')
    expect(await ended(child)).toBe(0)
  })
})
