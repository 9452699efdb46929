import type { ShellCommand } from '../command.ts'

/** THE LIST of our own commands; the shell brings the rest. */
export const commands: readonly ShellCommand[] = []
