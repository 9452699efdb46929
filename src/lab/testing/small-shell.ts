import type { Bytes } from '../../bytes/bytes.ts'
import { encodeHex } from '../../bytes/hex.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import type { Host } from '../../shell/host.ts'
import type { LineResult, RunningShell, ShellOptions, ShellPort } from '../shell-port.ts'

/**
 * The door to a shell, tried without one: a line is `write F TEXT`, `draw F N`, `show N`, `rm F`, `cat F`, `call OP JSON`,
 * `ask WORD…`, `sleep MS`, `cd F`, `hang`, `crash` or `open`. Files keep apart from those of the workspace, as in a Worker.
 */
export function smallShell(): ShellPort & { readonly opened: ShellOptions[] } {
  const opened: ShellOptions[] = []
  return {
    opened,
    async open(options) {
      opened.push(options)
      return running(options)
    },
  }
}

function running({ host, files: given, onFiles }: ShellOptions): RunningShell {
  const files = new Map(given)
  let cwd = '~'
  let interrupt: (() => void) | undefined

  function put(path: string, bytes: Bytes | null): void {
    if (bytes) files.set(path, bytes)
    else files.delete(path)
    onFiles(new Map([[path, bytes]]))
  }

  async function out(line: string): Promise<string> {
    const [word, ...rest] = line.split(' ')
    const [name = '', ...more] = rest
    switch (word) {
      case 'write':
        put(name, encodeUtf8(more.join(' ')))
        return ''
      case 'draw':
        put(name, await host.random(Number(more[0])))
        return ''
      case 'show':
        return encodeHex(await host.random(Number(name)))
      case 'rm':
        put(name, null)
        return ''
      case 'cat':
        return new TextDecoder().decode(files.get(name) ?? encodeUtf8('no such file'))
      case 'call':
        return new TextDecoder().decode((await host.send(await request(host, name, more.join(' ')))).body)
      case 'ask':
        return (await host.lab?.ask(rest))?.text ?? ''
      case 'sleep':
        await host.sleep(Number(name))
        return ''
      case 'cd':
        cwd = `~/${name}`
        return ''
      case 'hang':
        await new Promise<void>((resolve) => (interrupt = resolve))
        return ''
      case 'crash':
        throw new Error('the worker is gone')
      default:
        return line
    }
  }

  return {
    async run(line): Promise<LineResult> {
      if (line === 'open')
        return { stdout: encodeUtf8(''), stderr: encodeUtf8(''), exitCode: 0, cwd, unfinished: true }
      let text = ''
      let interrupted = false
      for (const part of line.split(' && ')) {
        text += await out(part)
        if (interrupt) interrupted = true
        interrupt = undefined
      }
      return {
        stdout: encodeUtf8(text),
        stderr: encodeUtf8(''),
        exitCode: interrupted ? 130 : 0,
        cwd,
      }
    },
    complete: async (line, cursor) => ({
      from: 0,
      to: cursor,
      items: [...files.keys()].filter((path) => path.startsWith(line)).map((value) => ({ value })),
    }),
    cancel: () => interrupt?.(),
    async take(changes) {
      for (const [path, bytes] of changes) {
        if (bytes) files.set(path, bytes)
        else files.delete(path)
      }
    },
    close: () => undefined,
  }
}

async function request(host: Host, operation: string, json: string) {
  const { profile, region, account } = await host.identity()
  const who = profile === 'root' ? `${account}:root` : profile
  return {
    method: 'POST',
    path: '/',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `TrentService.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${who}/20260112/${region}/kms/aws4_request, SignedHeaders=host;x-amz-date, Signature=lab`,
    },
    body: encodeUtf8(json || '{}'),
  }
}
