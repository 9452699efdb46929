/** What the CLI prints when it gives up, and what it exits with. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly exitCode: number

  constructor(message: string, exitCode: number) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Exit codes of AWS CLI version 2. @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html */
export const WRONG_LINE = 252
export const WRONG_CONFIGURATION = 253
export const SERVICE_REFUSED = 254
export const OTHER_FAILURE = 255

export const USAGE = `aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help
`

export const wrongLine = (message: string) =>
  new CliError(`usage: ${USAGE}\naws: error: ${message}\n`, WRONG_LINE)

export const unknownOptions = (words: readonly string[]) =>
  new CliError(`usage: ${USAGE}\nUnknown options: ${words.join(', ')}\n`, WRONG_LINE)

export const wrongParameter = (flag: string, message: string) =>
  new CliError(`Error parsing parameter '${flag}': ${message}`, WRONG_LINE)

export const invalid = (message: string) => new CliError(message, WRONG_LINE)
export const failure = (message: string) => new CliError(message, OTHER_FAILURE)
