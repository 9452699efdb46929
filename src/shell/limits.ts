import type { BashOptions } from 'just-bash/browser'

export interface ShellLimits {
  /** Bytes of one line; a whole script is one in Node */
  readonly line: number
  /** Bytes of output that are kept of one line */
  readonly output: number
  /** Turns of one loop */
  readonly turns: number
}

export const SHELL_LIMITS: ShellLimits = {
  line: 100_000,
  output: 4 * 1_024 * 1_024,
  turns: 100_000_000,
}

/** Said for a line beyond the limit. */
export const tooLong = (length: number, most: number) =>
  `lab: this line has ${length} bytes, and the shell takes ${most}: nothing was run. Put the bytes into a file and name the file\n`

const MIB = 1_024 * 1_024

/**
 * The library counts these over a whole session: where a long visit would use one up, it is out of reach here, and
 * a line that never ends is ended by the learner. What one command may hold in memory stays bounded.
 */
export const libraryLimits = ({ turns }: ShellLimits): NonNullable<BashOptions['executionLimits']> => ({
  maxCommandCount: Number.MAX_SAFE_INTEGER,
  maxWorkUnits: Number.MAX_SAFE_INTEGER,
  maxOutputSize: Number.MAX_SAFE_INTEGER,
  maxInputBytes: Number.MAX_SAFE_INTEGER,
  maxExecutionTimeMs: Number.POSITIVE_INFINITY,
  maxLoopIterations: turns,
  maxStringLength: 32 * MIB,
  maxHeredocSize: 8 * MIB,
  maxSourceBytes: 16 * MIB,
})
