import { parseArgs } from 'node:util'

export interface Streams {
  out(text: string): void
  err(text: string): void
}

export const processStreams: Streams = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
}

/**
 * `npm run -s NAME -- --list` for what can only be listed. JSON is all that stands on standard output.
 *
 * @returns the exit code
 */
export function listDoor(
  name: string,
  list: () => unknown,
  args: readonly string[],
  streams: Streams = processStreams,
): number {
  const help = `npm run -s ${name} -- --list   prints them as JSON\n`
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { list: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.list) streams.out(asJson(list()))
    else if (values.help) streams.out(help)
    else streams.err(help)
    return values.list || values.help ? 0 : 2
  } catch (error) {
    streams.err(`${error instanceof Error ? error.message : error}\n`)
    return 2
  }
}

export const asJson = (list: unknown) => `${JSON.stringify(list, undefined, 2)}\n`
