import { owned, type Bytes } from '../bytes/bytes.ts'
import { HOME, isDevice, type Disk } from './disk.ts'
import { FileError, type Files } from './files.ts'

/** What a command reads and writes by names that stand for its own streams. */
export interface Streams {
  readonly stdin: Bytes
  toStdout(bytes: Bytes): void
  toStderr(bytes: Bytes): void
}

/** The disk as one command sees it, from its working directory. */
export function filesOf(disk: Disk, cwd: string, streams: Streams): Files {
  const resolve = (path: string) => disk.resolvePath(cwd, path)
  return {
    async read(path) {
      const full = resolve(path)
      if (full === '/dev/stdin') return streams.stdin
      return told(async () => owned(await disk.readFileBuffer(full)))
    },
    async write(path, bytes) {
      const full = resolve(path)
      if (full === '/dev/stdout') return streams.toStdout(bytes)
      if (full === '/dev/stderr') return streams.toStderr(bytes)
      if (path.endsWith('/')) throw new FileError('EISDIR')
      await told(async () => {
        // The library would make the folders on the way.
        if (!(await disk.stat(full.slice(0, full.lastIndexOf('/')) || '/')).isDirectory)
          throw new FileError('ENOTDIR')
        await disk.writeFile(full, bytes)
      })
    },
    exists: (path) => disk.exists(resolve(path)),
    list: (path) =>
      told(async () => {
        const entries = await disk.readdirWithFileTypes(resolve(path))
        return entries.map(({ name, isDirectory }) => (isDirectory ? `${name}/` : name)).toSorted()
      }),
    about: (path, follow = false) =>
      told(async () => {
        const full = resolve(path)
        const stat = await (follow ? disk.stat(full) : disk.lstat(full)).catch(behindFile(disk, full))
        if (path.endsWith('/') && !stat.isDirectory) throw new FileError('ENOTDIR')
        const kind = stat.isSymbolicLink ? 'link' : stat.isDirectory ? 'folder' : 'file'
        return {
          kind: isDevice(full) ? 'device' : kind,
          mode: stat.mode & 0o777,
          size: stat.size,
          changedAt: stat.mtime.getTime(),
          theirs: full === HOME || full.startsWith(`${HOME}/`) || full.startsWith('/tmp/'),
          ...(stat.isSymbolicLink && { target: await disk.readlink(full) }),
        }
      }),
  }
}

/** Where a part of a path is a file, the real system says so. */
const behindFile = (disk: Disk, full: string) => async (error: unknown) => {
  const above = full.slice(0, full.lastIndexOf('/')) || '/'
  const stat = await disk.stat(above).catch(() => undefined)
  throw stat && !stat.isDirectory ? new FileError('ENOTDIR') : error
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FileError) throw error
    const code = /^(ENOENT|EISDIR|ENOTDIR|EACCES|EEXIST|EFBIG|ENOSPC)\b/.exec((error as Error).message)?.[1]
    if (!code) throw error
    throw new FileError(code === 'ENOSPC' ? 'EFBIG' : (code as FileError['code']))
  }
}
