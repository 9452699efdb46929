import type { Bytes } from '../../bytes/bytes.ts'
import { decodeUtf8 } from '../../bytes/utf8.ts'
import type { Answer, Player } from '../plays/player.ts'
import type { Shown } from './demo-definition.ts'

/** A call as a line of the page: refused, or with the facts that matter here. */
export const shown = (
  line: string,
  answer: Answer,
  facts: (output: Readonly<Record<string, unknown>>) => readonly string[] = () => [],
): Shown =>
  answer.ok
    ? { line, output: facts(answer.output) }
    : { line, refused: { code: answer.code, message: answer.message } }

/** Reads a file that a key has closed. */
export async function reading(player: Player, file: string): Promise<Shown> {
  const answer = await player.call('Decrypt', { CiphertextBlob: player.view.file(file) as Bytes })
  return shown(`aws kms decrypt --ciphertext-blob fileb://${file}`, answer, ({ Plaintext }) => [
    decodeUtf8(Plaintext as Bytes),
  ])
}

export const reads = (lines: readonly Shown[] | undefined): boolean => lines?.at(-1)?.refused === undefined
