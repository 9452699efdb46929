import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const { stdout } = spawnSync('openssl', ['version'], { encoding: 'utf8' })

/** What `openssl version` says, if it is OpenSSL 3: older ones, and LibreSSL, cannot do all that is asked of it here. */
export const opensslVersion = /^OpenSSL [3-9]\S*/.exec(stdout ?? '')?.[0]

const run = promisify(execFile)

/** The program of a learner's computer, in a folder of its own. */
export function opensslCli() {
  const folder = mkdtempSync(join(tmpdir(), 'kms-openssl-'))
  const path = (name: string) => join(folder, name)
  let files = 0

  return {
    /** @returns what it wrote to its standard output. @throws Error when its exit status is not 0 */
    async openssl(...words: readonly (string | readonly string[])[]): Promise<Buffer> {
      return (await run('openssl', words.flat(), { encoding: 'buffer' })).stdout
    },
    /** @returns the path of a new file with these bytes */
    file(bytes: Uint8Array): string {
      const name = path(`${files++}.bin`)
      writeFileSync(name, bytes)
      return name
    },
    read: (name: string) => new Uint8Array(readFileSync(name)),
    /** @returns a path where openssl may write */
    fresh: () => path(`${files++}.bin`),
    close: () => rmSync(folder, { recursive: true }),
  }
}

export type OpensslCli = ReturnType<typeof opensslCli>
