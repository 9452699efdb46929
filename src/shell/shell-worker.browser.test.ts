import { afterEach, describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { workerShell, type WorkerShell } from './shell-worker-client.ts'
import { smallHost } from './testing/small-host.ts'

const open: WorkerShell[] = []
const shellHere = () => {
  const shell = workerShell({
    host: smallHost(),
    spawn: () => new Worker(new URL('./shell-worker.ts', import.meta.url), { type: 'module' }),
  })
  open.push(shell)
  return shell
}
afterEach(() => {
  for (const shell of open.splice(0)) shell.close()
})
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('a shell in a real Worker', () => {
  it('runs a line', async () => {
    const shell = shellHere()
    const result = await shell.run('echo hello | base64 | base64 -d | tr a-z A-Z; echo x > f')
    expect(text(result.stdout)).toBe('HELLO\n')
    expect(result.changed).toEqual([{ path: 'f', bytes: encodeUtf8('x\n') }])
  })

  it.each([
    'while true; do :; done',
    'for ((;;)); do x=$x; done',
    'yes > /dev/null; while :; do :; done',
    'while :; do openssl genrsa 4096; done > /dev/null',
    'while :; do seq 20000 | sort -r > /dev/null; done',
    'while :; do head -c 60000 /dev/urandom | base64 > big; done',
  ])('ends %s when it is interrupted, and keeps files, folder and variables', async (endless) => {
    const shell = shellHere()
    await shell.run('mkdir d; cd d; echo 1 > kept; export E=2; v=3')
    let done = false
    const line = shell.run(endless).finally(() => (done = true))
    // It must be at work, and nothing says so from the outside.
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(done).toBe(false)
    shell.cancel()
    const { exitCode, stopped } = await line
    expect({ exitCode, stopped }).toEqual({ exitCode: 130, stopped: 'interrupted' })
    expect(text((await shell.run('pwd; cat kept; echo $E $v')).stdout)).toBe('/home/learner/d\n1\n2 3\n')
  })
})
