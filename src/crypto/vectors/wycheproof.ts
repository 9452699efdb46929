import { expect, it } from 'vitest'
import files from 'virtual:wycheproof'
import { decodeHex } from '../../bytes/hex.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import { score } from '../../world/testing/score.ts'

/** A group or a case of a Wycheproof file: parameters and bytes in hex, by name. */
class Fields {
  private readonly fields: Readonly<Record<string, unknown>>
  constructor(fields: Readonly<Record<string, unknown>>) {
    this.fields = fields
  }

  text(name: string): string {
    const value = this.fields[name]
    if (typeof value !== 'string')
      throw new Error(`no text ${name} in ${JSON.stringify(this.fields).slice(0, 200)}`)
    return value
  }

  number(name: string): number {
    return Number(this.fields[name])
  }

  bytes(name: string): Bytes {
    return decodeHex(this.text(name))
  }

  /** @returns undefined where the file leaves the field out or has null */
  optional(name: string): Bytes | undefined {
    return (this.fields[name] ?? undefined) === undefined ? undefined : this.bytes(name)
  }
}

export interface Case {
  readonly group: Fields
  readonly test: Fields
  readonly result: 'valid' | 'invalid' | 'acceptable'
}

interface VectorFile {
  readonly numberOfTests: number
  readonly testGroups: readonly { tests: readonly Record<string, unknown>[] }[]
}

/**
 * One test per file: every case runs, is judged, and the number that ran is the number the file announces.
 *
 * @param tests cases of each file, so that a shortened file fails
 * @param passes whether our code accepts the case
 * @param expected whether it should; by default valid passes, and what is only acceptable is refused
 */
export function itRuns(
  tests: Readonly<Record<string, number>>,
  passes: (one: Case) => Promise<boolean>,
  expected: (one: Case) => boolean = ({ result }) => result === 'valid',
): void {
  if (Object.keys(files).length === 0) {
    const notice = `Wycheproof vectors not present: ${Object.keys(tests).length} files not run`
    it(notice, () => console.warn(notice))
    return
  }
  it.for(Object.entries(tests))('%s: %i cases', { timeout: 120_000 }, async ([name, count], { task }) => {
    const file = (await files[`${name}_test.json`]?.())?.default as VectorFile
    const misses: unknown[] = []
    let executed = 0
    for (const { tests: cases, ...group } of file.testGroups) {
      for (const test of cases) {
        const one = { group: new Fields(group), test: new Fields(test), result: test.result } as Case
        if ((await passes(one)) !== expected(one))
          misses.push([test.tcId, test.result, test.flags, test.comment])
        executed++
      }
    }
    expect(misses).toEqual([])
    expect([executed, file.numberOfTests]).toEqual([count, count])
    score(task, 'S1', { executed, expected: count })
  })
}
