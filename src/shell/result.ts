import { encodeUtf8 } from '../bytes/utf8.ts'
import type { Bytes } from '../bytes/bytes.ts'
import type { CommandResult } from './command.ts'

const NONE = new Uint8Array()
const bytesOf = (what: string | Bytes) => (typeof what === 'string' ? encodeUtf8(what) : what)

/** It worked, and this is what it shows. */
export const said = (stdout: string | Bytes, exitCode = 0): CommandResult => ({
  stdout: bytesOf(stdout),
  stderr: NONE,
  exitCode,
})

/** It did not work, and this is why. */
export const failed = (stderr: string, exitCode = 1, stdout: string | Bytes = NONE): CommandResult => ({
  stdout: bytesOf(stdout),
  stderr: encodeUtf8(stderr),
  exitCode,
})
