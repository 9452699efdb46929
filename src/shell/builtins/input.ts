import { concatBytes, type Bytes } from '../../bytes/bytes.ts'
import type { CommandContext } from '../command.ts'
import { FileError } from '../files.ts'

/** A file that could not be read, in the words of coreutils. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/** Bytes of a file, or of standard input for `-`. @throws InputError */
export async function inputOf({ files, stdin }: CommandContext, path: string): Promise<Bytes> {
  if (path === '-') return stdin
  try {
    return await files.read(path)
  } catch (error) {
    if (error instanceof FileError) throw new InputError(`${path}: ${error.message}`)
    throw error
  }
}

/** All files one after the other; those that cannot be read are named in `errors`. */
export async function inputsOf(context: CommandContext, paths: readonly string[]) {
  const parts: Bytes[] = []
  const errors: string[] = []
  for (const path of paths.length > 0 ? paths : ['-']) {
    try {
      parts.push(await inputOf(context, path))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      errors.push(error.message)
    }
  }
  return { bytes: concatBytes(...parts), errors, read: parts.length }
}
