import type { ShellCommand } from '../command.ts'
import { builtins } from '../builtins/index.ts'
import { aws } from './aws.ts'
import { openssl } from './openssl.ts'

/** THE LIST of our own commands; the shell brings the rest. */
export const commands: readonly ShellCommand[] = [aws, openssl, ...builtins]
