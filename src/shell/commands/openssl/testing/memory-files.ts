import type { Bytes } from '../../../../bytes/bytes.ts'
import { FileError, type Files } from '../../../files.ts'

/** One folder in memory. */
export function memoryFiles(begin: readonly (readonly [name: string, bytes: Bytes])[]) {
  const all = new Map(begin)
  const files: Files = {
    async read(path) {
      const bytes = all.get(path)
      if (!bytes) throw new FileError('ENOENT')
      return bytes
    },
    async write(path, bytes) {
      if (path.includes('/')) throw new FileError('ENOENT')
      all.set(path, bytes)
    },
    exists: async (path) => all.has(path),
    list: async () => [...all.keys()].sort(),
    async about(path) {
      const { length: size } = await files.read(path)
      return { kind: 'file', mode: 0o644, size, changedAt: 0, theirs: true }
    },
  }
  return { files, bytes: (name: string) => all.get(name) }
}
