import { defineCommand, type Command } from 'just-bash/browser'
import { concatBytes, type Bytes } from '../bytes/bytes.ts'
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts'
import { binaryOfBytes, bytesOfBinary } from './binary-text.ts'
import type { ShellCommand } from './command.ts'
import { filesOf } from './disk-files.ts'
import type { Disk } from './disk.ts'
import type { Host } from './host.ts'

/** One of our commands as the library calls it: bytes in, bytes out, exported variables only. */
export function bound(command: ShellCommand, { disk, host }: { disk: Disk; host: Host }): Command {
  return defineCommand(command.name, async (args, context) => {
    const stdin = bytesOfBinary(context.stdin as unknown as string)
    const written: { stdout: Bytes[]; stderr: Bytes[] } = { stdout: [], stderr: [] }
    const files = filesOf(disk, context.cwd, {
      stdin,
      toStdout: (bytes) => written.stdout.push(bytes),
      toStderr: (bytes) => written.stderr.push(bytes),
    })
    const result = await command
      .run({
        name: command.name,
        args,
        stdin,
        files,
        cwd: context.cwd,
        env: new Map(Object.entries(context.exportedEnv ?? {})),
        host,
        ...(context.signal && { signal: context.signal }),
      })
      .catch((error: unknown) => ({
        stdout: new Uint8Array(),
        stderr: encodeUtf8(
          `${command.name}: a bug of the lab, not of your line: ${error instanceof Error ? error.message : String(error)}\n`,
        ),
        exitCode: 70,
      }))
    return {
      stdout: binaryOfBytes(concatBytes(...written.stdout, result.stdout)),
      stdoutKind: 'bytes',
      stderr: textOf(concatBytes(...written.stderr, result.stderr)),
      exitCode: result.exitCode & 255,
    }
  })
}

/** The library takes messages as text. */
function textOf(bytes: Bytes): string {
  try {
    return decodeUtf8(bytes)
  } catch {
    return binaryOfBytes(bytes)
  }
}
