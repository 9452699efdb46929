import type { CallEntry } from '../../lab/lab.ts'
import { cliJson, type JsonNode } from './json-nodes.ts'
import { words } from './words.ts'

const says = words.log
const AT_MOST = 3

/** What is read out after a call: the first three lines, then how many more there are. */
export function saidOf(entry: CallEntry, tree: JsonNode | undefined, coach?: string): string {
  if (entry.error) {
    const message = entry.error.message === '' ? '' : ` ${entry.error.message}`
    return [`${says.error(entry.error.code, entry.request.operation)}${message}`, coach]
      .filter(Boolean)
      .join('\n')
  }
  const lines = tree && tree.is !== 'scalar' && tree.entries.length > 0 ? linesOf(tree) : [says.noOutput]
  const more = lines.length - AT_MOST
  return [
    `${words.operations[entry.request.operation] ?? entry.request.operation}:`,
    ...lines.slice(0, AT_MOST),
    ...(more > 0 ? [says.lines(more)] : []),
  ].join('\n')
}

const LONGEST = 80

/** Brackets say nothing when they are read out, and nobody listens to a token. */
const linesOf = (tree: JsonNode): string[] =>
  cliJson(tree)
    .split('\n')
    .map((line) => line.trim().replace(/,$/, '').replace(/"/g, ''))
    .filter((line) => /[^[\]{}]/.test(line))
    .map((line) => (line.length > LONGEST ? `${line.slice(0, 24)}… ${says.characters(line.length)}` : line))
