import type { Completion, CommandContext } from '../../command.ts'

export async function completeAws(
  _words: readonly string[],
  _context: Pick<CommandContext, 'files' | 'host' | 'cwd'>,
): Promise<readonly Completion[]> {
  return []
}
