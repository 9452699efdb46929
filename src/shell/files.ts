import type { Bytes } from '../bytes/bytes.ts'

/** The shell's files, as a command sees them: bytes, never text (D15). */
export interface Files {
  /** @throws FileError */
  read(path: string): Promise<Bytes>
  /** Makes or replaces a file. @throws FileError */
  write(path: string, bytes: Bytes): Promise<void>
  exists(path: string): Promise<boolean>
  /** Names in a folder, sorted; folders end with `/`. @throws FileError */
  list(path: string): Promise<readonly string[]>
}

/** Why a path could not be used, with what the C library says for it. */
export class FileError extends Error {
  override readonly name = 'FileError'
  readonly code: 'ENOENT' | 'EISDIR' | 'ENOTDIR' | 'EACCES' | 'EEXIST' | 'EFBIG'

  constructor(code: FileError['code']) {
    super(STRERROR[code])
    this.code = code
  }
}

const STRERROR = {
  ENOENT: 'No such file or directory',
  EISDIR: 'Is a directory',
  ENOTDIR: 'Not a directory',
  EACCES: 'Permission denied',
  EEXIST: 'File exists',
  EFBIG: 'File too large',
} as const
