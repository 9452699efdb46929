import { strToU8, zipSync } from 'fflate'
import { owned, type Bytes } from '../../bytes/bytes.ts'

/** The two files of an import and what to do with them, as one download. */
export function zipParameters(files: Readonly<Record<string, Bytes>>, readme: string): Bytes {
  // A fixed date: the same parameters give the same file.
  const mtime = new Date(1980, 0, 2)
  return owned(
    zipSync({
      ...Object.fromEntries(
        Object.entries(files).map(([name, bytes]) => [name, [bytes, { level: 0, mtime }]]),
      ),
      'README.txt': [strToU8(readme), { level: 0, mtime }],
    }),
  )
}
