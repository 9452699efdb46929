import { parseArgs } from 'node:util'
import { DEFAULT_ACCOUNT, DEFAULT_REGION, type EndpointOptions } from './endpoint.ts'

export const DEFAULT_PORT = 4599

export const HELP = `npm run kms -- [options]

A simulated AWS KMS for real SDKs and CLIs, on this computer.

  --port N          where to listen (${DEFAULT_PORT}; 0 takes any free port)
  --account ID      account of callers that name none: 12 digits (${DEFAULT_ACCOUNT})
  --region NAME     Region of callers that name none (${DEFAULT_REGION})
  --start INSTANT   what its clock shows at first, for instance 2026-01-12T09:00:00Z (now)
  --state FILE      keep keys and trail in FILE; without it they end with the process
  --throttle        hold requests to AWS's documented quotas per second, as ThrottlingException
  --bind ADDRESS    listen on another address than 127.0.0.1; needs --i-understand
  --i-understand    you know that whoever reaches the address can use every key
  --help            this text
`

/** A line for the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** @returns 'help' or what to start. @throws UsageError with what is wrong */
export function readArguments(args: readonly string[]): EndpointOptions | 'help' {
  const values = parsed(args)
  if (values.help) return 'help'
  const { account, region, state, bind } = values
  if (account !== undefined && !/^\d{12}$/.test(account))
    throw new UsageError(`--account has 12 digits, got ${account}`)
  if (region !== undefined && !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    throw new UsageError(`--region looks like ${DEFAULT_REGION}, got ${region}`)
  return {
    port: portOf(values.port),
    understood: values['i-understand'] === true,
    ...(values.throttle ? { throttle: true } : {}),
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
    ...(state === undefined ? {} : { stateFile: state }),
    ...(bind === undefined ? {} : { host: bind }),
    ...(values.start === undefined ? {} : { start: instantOf(values.start) }),
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        account: { type: 'string' },
        region: { type: 'string' },
        start: { type: 'string' },
        state: { type: 'string' },
        throttle: { type: 'boolean' },
        bind: { type: 'string' },
        'i-understand': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function portOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new UsageError(`--port is a number up to 65535, got ${text}`)
}

function instantOf(text: string): number {
  const at = Date.parse(text)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(text) && Number.isFinite(at)) return at
  throw new UsageError(`--start looks like 2026-01-12T09:00:00Z, got ${text}`)
}
