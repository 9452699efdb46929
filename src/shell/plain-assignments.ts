import type { Statement } from './statements.ts'

type Command = Statement['pipelines'][number]['commands'][number]

/** What these read is gone after any other command. */
const READS_STATUS = /"parameter":"(?:\?|PIPESTATUS)/

/**
 * In bash an assignment alone succeeds, unless a command in its value fails; the library lets it keep the status of
 * the command before. So each is put into braces with a command that succeeds, which neither does nor shows anything.
 *
 * @param succeeds such a command, as a statement
 */
export function withPlainAssignments(statements: readonly Statement[], succeeds: Statement): void {
  const inBraces = (command: Command, own: Statement['pipelines'][number]): Command => {
    const alone = { ...succeeds, pipelines: [{ ...own, commands: [command], negated: false, timed: false }] }
    const body = READS_STATUS.test(JSON.stringify(command)) ? [alone, succeeds] : [succeeds, alone]
    return { type: 'Group', body, redirections: [] }
  }
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const value of Object.values(node)) walk(value)
    if (!isPipeline(node)) return
    node.commands = node.commands.map((command) => (isPlain(command) ? inBraces(command, node) : command))
  }
  walk(statements)
}

const isPipeline = (node: object): node is Statement['pipelines'][number] =>
  (node as { type?: unknown }).type === 'Pipeline'

const isPlain = (command: Command): boolean =>
  command.type === 'SimpleCommand' &&
  !command.name &&
  command.assignments.length > 0 &&
  command.redirections.length === 0 &&
  !JSON.stringify(command.assignments).includes('"CommandSubstitution"')
