import type { Bytes } from '../bytes/bytes.ts'
import type { Instant } from '../world/clock.ts'

/** The shell's files, as a command sees them: bytes, never text (D15). */
export interface Files {
  /** @throws FileError */
  read(path: string): Promise<Bytes>
  /** Makes or replaces a file. @throws FileError */
  write(path: string, bytes: Bytes): Promise<void>
  exists(path: string): Promise<boolean>
  /** Names in a folder, sorted; folders end with `/`. @throws FileError */
  list(path: string): Promise<readonly string[]>
  /** What stands in the folder, of a link itself unless it is followed. @throws FileError */
  about(path: string, follow?: boolean): Promise<FileAbout>
}

export interface FileAbout {
  readonly kind: 'file' | 'folder' | 'link' | 'device'
  /** The nine permission bits */
  readonly mode: number
  readonly size: number
  readonly changedAt: Instant
  /** Of a link: where it leads, as it was written */
  readonly target?: string
  /** Below the learner's home or in /tmp; everything else is root's */
  readonly theirs: boolean
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
