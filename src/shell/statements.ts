import { Bash, type BashOptions } from 'just-bash/browser'
import { withPlainAssignments } from './plain-assignments.ts'

type Plugin = Parameters<Bash['registerTransformPlugin']>[0]
type Script = ReturnType<Plugin['transform']>['ast']
export type Statement = Script['statements'][number]

export interface Parsed {
  readonly statements: readonly Statement[]
  /** What bash says when it cannot read on; the statements on the lines before have run by then */
  readonly refusal?: string
}

/** Reads shell text by the library's grammar and says what is wrong in bash's words. */
export function statementReader(options: BashOptions): (text: string) => Parsed {
  const bash = new Bash(options)
  let found: Script | undefined
  bash.registerTransformPlugin({
    name: 'lab-read',
    transform({ ast, metadata }) {
      found = ast
      // Nothing is to be written back as text: not every tree can be.
      return { ast: { ...ast, statements: [] }, metadata }
    },
  })

  const read = (text: string): readonly Statement[] => {
    found = undefined
    bash.transform(text)
    return (found as Script | undefined)?.statements ?? []
  }
  const [succeeds] = read('case x in esac')
  const readAll = (text: string) => {
    const statements = read(text)
    withPlainAssignments(statements, succeeds as Statement)
    return statements
  }

  return (text) => {
    try {
      return judged(text, readAll(text))
    } catch (error) {
      const refusal = inBashWords(error as ParseError)
      const before = linesBefore(text, (error as ParseError).line ?? 1)
      try {
        return { ...(before === '' ? { statements: [] } : judged(before, readAll(before))), refusal }
      } catch {
        return { statements: [], refusal }
      }
    }
  }
}

interface ParseError extends Error {
  readonly line?: number
  readonly token?: { readonly value: string }
}

function judged(text: string, statements: readonly Statement[]): Parsed {
  const at = statements.findIndex(({ deferredError }) => deferredError)
  if (at >= 0) {
    const ends = endsOf(text, statements.slice(0, at))
    const line = text.lastIndexOf('\n', nextWord(text, ends.at(-1) ?? 0)) + 1
    return {
      statements: statements.slice(0, ends.filter((end) => end <= line).length),
      refusal: `bash: ${statements[at]?.deferredError?.message ?? 'syntax error'}\n`,
    }
  }
  const last = statements.at(-1)
  return last && /(?:^|[^\\])(?:\||&&)\s*$/.test(last.sourceText ?? '')
    ? { statements: statements.slice(0, -1), refusal: ENDED }
    : { statements }
}

/** Where each statement's own text ends. */
function endsOf(text: string, statements: readonly Statement[]): number[] {
  let at = 0
  return statements.map(({ sourceText = '' }) => {
    const found = text.indexOf(sourceText, at)
    if (found >= 0) at = found + sourceText.length
    return at
  })
}

const nextWord = (text: string, from: number) => from + /^[\s;]*/.exec(text.slice(from))![0].length

const ENDED = 'bash: syntax error: unexpected end of file\n'

function inBashWords({ message, token }: ParseError): string {
  const [, sentence] = /(syntax error near .*|unexpected EOF while looking .*)$/s.exec(message) ?? []
  if (sentence) return `bash: ${sentence.replace(/matching '(.)'$/, "matching `$1'")}\n`
  if (!token || token.value === '') return /redirection target/.test(message) ? NEWLINE : ENDED
  return `bash: syntax error near unexpected token \`${token.value === '\n' ? 'newline' : token.value}'\n`
}

const NEWLINE = "bash: syntax error near unexpected token `newline'\n"

const linesBefore = (text: string, line: number) =>
  text
    .split('\n')
    .slice(0, line - 1)
    .join('\n')
