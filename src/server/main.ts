import { HELP, readArguments, UsageError } from './arguments.ts'
import { DEFAULT_REGION, startEndpoint, type EndpointOptions } from './endpoint.ts'

/** The command line of the endpoint: `npm run kms -- --help`. */
async function main(args: readonly string[]): Promise<void> {
  const options = readArguments(args)
  if (options === 'help') return void process.stdout.write(HELP)
  const endpoint = await startEndpoint({
    ...options,
    onBug: (error) => console.error('Bug of the simulator:', error),
  })
  const stop = () => {
    endpoint.close().then(
      () => process.exit(0),
      (error: unknown) => giveUp(error),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.stdout.write(welcome(endpoint.port, options))
}

function welcome(
  port: number,
  { host = '127.0.0.1', region = DEFAULT_REGION, stateFile }: EndpointOptions,
): string {
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  return `KMS Key Material Lab: a simulated AWS KMS at ${url}
Independent training simulation, not affiliated with AWS. It does not authenticate anybody: signatures are
not checked. Not for real secrets and not for real credentials.
${stateFile === undefined ? 'Keys end with this process (keep them with --state FILE).' : `Keys are kept in ${stateFile}, readable for whoever can read that file.`}

  export AWS_ENDPOINT_URL_KMS=${url} AWS_ACCESS_KEY_ID=lab AWS_SECRET_ACCESS_KEY=lab AWS_REGION=${region}
  aws kms list-keys

Ctrl+C stops it.
`
}

function giveUp(error: unknown): never {
  console.error(error instanceof Error ? error.message : error)
  process.exit(error instanceof UsageError ? 2 : 1)
}

main(process.argv.slice(2)).catch(giveUp)
