/**
 * A story of lines over a fresh world. `$NAME` in a line is what an earlier line kept. Words are split as a shell
 * splits them, with single and double quotes and nothing else.
 */
export interface Scenario {
  readonly name: string
  /** Texts of files that are there at first */
  readonly files?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

export type Step =
  | string
  | {
      readonly run: string
      /** Variables from members of the JSON answer, for instance `{ KEY: 'KeyMetadata.KeyId' }` */
      readonly keep?: Readonly<Record<string, string>>
      /** Files from base64 members of the JSON answer */
      readonly save?: Readonly<Record<string, string>>
      readonly env?: Readonly<Record<string, string>>
    }
  | { readonly travelSeconds: number }
  /** A file wrapped under a public key in DER, as a custodian's own tool does it */
  | { readonly wrap: string; readonly under: string; readonly into: string }
  /** The proxy of an external key store comes up */
  | { readonly proxy: string }

export interface Told {
  readonly line: string
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
}

export interface Stage {
  run(
    words: readonly string[],
    env: Readonly<Record<string, string>>,
  ): Promise<{ stdout: string; stderr: string; exitCode: number }>
  read(name: string): Promise<Uint8Array>
  write(name: string, bytes: Uint8Array): Promise<void>
  travel(seconds: number): Promise<void>
  proxy(name: string): Promise<void>
}

/** Splits a line into words, with its variables filled in. */
export function wordsOf(line: string, variables: ReadonlyMap<string, string>): string[] {
  const words: string[] = []
  let word: string | undefined
  const fill = (name: string) => {
    const value = variables.get(name)
    if (value === undefined) throw new Error(`nothing is kept as $${name}`)
    return value
  }
  const parts = /\s+|'([^']*)'|"((?:\\.|[^"\\])*)"|\$([A-Z][A-Z0-9_]*)|([^\s'"$]+|\$)/g
  for (const [whole, single, double, name, plain] of line.matchAll(parts)) {
    if (/^\s+$/.test(whole)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (single !== undefined) word = (word ?? '') + single
    else if (double !== undefined)
      word =
        (word ?? '') +
        double.replace(/\\(["\\$])|\$([A-Z][A-Z0-9_]*)/g, (_, letter?: string, inner?: string) =>
          inner === undefined ? (letter as string) : fill(inner),
        )
    else word = (word ?? '') + (name === undefined ? plain : fill(name))
  }
  if (word !== undefined) words.push(word)
  return words
}
