import type { TerminalEntry } from '../../lab/terminal.ts'
import { visibleText } from '../bench/visible-text.ts'
import { ansiRuns } from './ansi.ts'
import { lineCount, outputOf } from './output-kind.ts'
import { words } from './words.ts'

const says = words.said
const AT_MOST = 3
const LONGEST = 100
const INTERRUPTED = 130

/** What is read out when a line is done: briefly, and of a short output all of it. */
export function saidOf({ stdout, stderr, exitCode }: TerminalEntry): string {
  const lines = [stdout, stderr].flatMap((bytes) => linesOf(bytes))
  const all = [stdout, stderr].reduce((sum, bytes) => sum + countOf(bytes), 0)
  const finished = exitCode === INTERRUPTED ? says.interrupted : says.finished(all, exitCode)
  return all > AT_MOST ? finished : [finished, ...lines].join('\n')
}

function countOf(bytes: TerminalEntry['stdout']): number {
  const output = outputOf(bytes)
  return output.is === 'nothing' ? 0 : output.is === 'bytes' ? 1 : lineCount(output.text)
}

function linesOf(bytes: TerminalEntry['stdout']): string[] {
  const output = outputOf(bytes)
  if (output.is === 'nothing') return []
  if (output.is === 'bytes') return [words.entry.bytes(bytes.length)]
  return output.text
    .slice(0, 2_000)
    .split('\n', AT_MOST + 1)
    .map((line) => visibleText(ansiRuns(line).reduce((text, run) => text + run.text, '')).trim())
    .filter((line) => line !== '')
    .map((line) => (line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line))
}
