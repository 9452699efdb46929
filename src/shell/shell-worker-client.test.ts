import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../bytes/utf8.ts'
import type { WireRequest, WireResponse } from '../wire/message.ts'
import type { ShellCommand } from './command.ts'
import { workerShell, type WorkerShellOptions } from './shell-worker-client.ts'
import { smallHost } from './testing/small-host.ts'
import { workerPair } from './testing/worker-pair.ts'

const request: WireRequest = { method: 'POST', path: '/', headers: {}, body: new Uint8Array([1]) } as never

/** Sends one request and shows its answer's status. */
const call: ShellCommand = {
  name: 'call',
  summary: '',
  manual: '',
  run: async ({ host }) => {
    const { status } = await host.send(request)
    return { stdout: encodeUtf8(`${status}\n`), stderr: new Uint8Array(), exitCode: 0 }
  },
  complete: async (_words, { host }) => (await host.names?.()) ?? [],
}

function bench(options: Partial<WorkerShellOptions> = {}) {
  const workers: ReturnType<typeof workerPair>[] = []
  const shell = workerShell({
    host: smallHost(),
    spawn() {
      const pair = workerPair([call])
      workers.push(pair)
      return pair.port
    },
    ...options,
  })
  return { shell, workers, newest: () => workers.at(-1) as (typeof workers)[number] }
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const until = async (what: () => boolean) => {
  while (!what()) await new Promise((resolve) => setTimeout(resolve))
}

describe('a shell in a Worker', () => {
  it('offers the names of keys that are on this side', async () => {
    const { shell } = bench({
      host: smallHost({ names: async () => [{ value: 'alias/intake', hint: 'Enabled' }] }),
    })
    await shell.ready()
    expect((await shell.complete('call al', 7)).items).toEqual([{ value: 'alias/intake', hint: 'Enabled' }])
    shell.close()
  })

  it('runs lines over a world on this side', async () => {
    const { shell } = bench({
      host: smallHost({ send: async () => ({ status: 200, headers: {}, body: new Uint8Array() }) as never }),
    })
    await shell.ready()
    expect(await shell.run('x=1; call; echo $x > f; cat f; date +%Y 2>&1 | wc -l')).toMatchObject({
      stdout: encodeUtf8('200\n1\n1\n'),
      exitCode: 0,
      changed: [{ path: 'f', bytes: encodeUtf8('1\n') }],
    })
    expect((await shell.complete('cat f', 5)).items).toEqual([{ value: 'f' }])
    shell.close()
  })

  it('is interrupted at once, reports 130, and goes on with its files, folder and variables', async () => {
    let sent = 0
    const host = smallHost({
      send: () => {
        sent++
        return new Promise<WireResponse>(() => {})
      },
    })
    const { shell, workers } = bench({ host, files: [{ path: 'old', bytes: encodeUtf8('o\n') }] })
    await shell.run('mkdir d; echo 1 > d/f; rm old; cd d; export E=2; v=3')
    const line = shell.run('echo before; echo 4 > g; call; echo after')
    await until(() => sent === 1)
    shell.cancel()
    expect(await line).toMatchObject({
      exitCode: 130,
      stopped: 'interrupted',
      stdout: encodeUtf8('before\n'),
      stderr: encodeUtf8('^C\n'),
      changed: [{ path: 'd/g' }],
    })
    expect(workers.map(({ ended }) => ended())).toEqual([true, false])
    expect(text((await shell.run('pwd; echo $E $v; cat f g; ls ~')).stdout)).toBe(
      '/home/learner/d\n2 3\n1\n4\nd\n',
    )
    shell.close()
  })

  it('sends what is under way once, and never again for the new Worker', async () => {
    let sent = 0
    let answer: (response: WireResponse) => void = () => {}
    const host = smallHost({
      send: () => {
        sent++
        return new Promise<WireResponse>((resolve) => (answer = resolve))
      },
    })
    const { shell } = bench({ host })
    const line = shell.run('call')
    await until(() => sent === 1)
    shell.cancel()
    answer({ status: 200, headers: {}, body: new Uint8Array() } as never)
    expect(await line).toMatchObject({ exitCode: 130, stdout: new Uint8Array() })
    expect(text((await shell.run('echo here')).stdout)).toBe('here\n')
    expect(sent).toBe(1)
    shell.close()
  })

  it('says so when its Worker breaks, runs nothing again, and takes the next line', async () => {
    let sent = 0
    const host = smallHost({
      send: () => {
        sent++
        return new Promise<WireResponse>(() => {})
      },
    })
    const { shell, newest } = bench({ host })
    const line = shell.run('call')
    await until(() => sent === 1)
    newest().crash()
    const result = await line
    expect(result).toMatchObject({ exitCode: 137, stopped: 'broken' })
    expect(text(result.stderr)).toBe(
      'lab: the shell broke and is started anew. This line was not run again.\n',
    )
    expect(text((await shell.run('echo here')).stdout)).toBe('here\n')
    expect(sent).toBe(1)
    shell.close()
  })

  it('does not heed what no shell says', async () => {
    const { shell, newest } = bench()
    await shell.ready()
    for (const garbage of [
      null,
      7,
      {},
      { type: 'ran', id: 99 },
      { type: 'ask', id: 1, question: 'eval', args: [] },
    ])
      newest().say(garbage)
    newest().say({ type: 'ask', id: 2, question: 'random', args: [1e9] })
    newest().say({ type: 'completed', id: 5 })
    expect(text((await shell.run('echo here')).stdout)).toBe('here\n')
    shell.close()
  })

  it('refuses a paste of 10 MB before it is copied', async () => {
    const { shell, workers } = bench()
    const result = await shell.run('echo a\n'.repeat(1_500_000))
    expect(result.exitCode).toBe(2)
    expect(text(result.stderr)).toMatch(
      /^lab: this line has \d+ bytes, and the shell takes 100000: nothing was run/,
    )
    expect(workers).toHaveLength(0)
  })

  it('takes files from outside, before and after its Worker is there, and does not hand them back', async () => {
    const heard: string[] = []
    const { shell } = bench({ onChanges: (changes) => heard.push(...changes.map(({ path }) => path)) })
    await shell.put([{ path: 'early', bytes: encodeUtf8('1\n') }])
    await shell.run('cat early')
    await shell.put([{ path: 'd/late', bytes: encodeUtf8('2\n') }, { path: 'early' }])
    expect(text((await shell.run('cat d/late; ls')).stdout)).toBe('2\nd\n')
    expect(heard).toEqual([])
    shell.close()
  })

  it('can be closed while a line runs', async () => {
    const { shell } = bench({ host: smallHost({ sleep: () => new Promise(() => {}) }) })
    const line = shell.run('sleep 1')
    await shell.ready()
    shell.close()
    expect(await line).toMatchObject({ exitCode: 130 })
  })
})
