import type { ShellCommand } from '../command.ts'
import { aws } from './aws.ts'

/** THE LIST of our own commands; the shell brings the rest. */
export const commands: readonly ShellCommand[] = [aws]
