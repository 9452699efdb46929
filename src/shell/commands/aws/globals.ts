import type { Parsed } from './argument-parser.ts'
import { invalid } from './cli-error.ts'
import type { Output } from './global-options.ts'
import { readQuery, type Query } from './query.ts'

/** What stood on the line for the CLI itself. */
export interface Globals {
  readonly profile?: string
  readonly region?: string
  readonly output?: Output
  readonly query?: Query
  readonly binaryFormat: string
  readonly paginate: boolean
  readonly debug: boolean
}

/** @throws CliError for a query or an endpoint that cannot be one */
export function globalsOf(parsed: Parsed): Globals {
  const text = (name: string) => parsed.get(name) as string | undefined
  const [expression, endpoint] = [text('query'), text('endpoint-url')]
  const query = expression === undefined ? undefined : readQuery(expression)
  if (endpoint !== undefined && !/^[a-z][a-z\d+.-]*:/i.test(endpoint))
    throw invalid(
      `Bad value for --endpoint-url "${endpoint}": scheme is missing.  Must be of the form http://<hostname>/ or https://<hostname>/`,
    )
  const [profile, region, output] = [text('profile'), text('region'), text('output')]
  return {
    ...(profile !== undefined && { profile }),
    ...(region !== undefined && { region }),
    ...(output !== undefined && { output: output as Output }),
    ...(query && { query }),
    binaryFormat: text('cli-binary-format') ?? 'base64',
    paginate: parsed.get('paginate') !== false,
    debug: parsed.get('debug') === true,
  }
}
