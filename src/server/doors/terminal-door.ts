import { decodeUtf8 } from '../../bytes/utf8.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import type { OpenDoor } from '../../course/door-of-play.ts'
import { commands } from '../../shell/commands/index.ts'
import { createShell } from '../../shell/session.ts'
import { commandFor, type CliValue } from '../../wire/cli-command.ts'
import { createWire } from '../../wire/handle.ts'
import { decodeInput, encodeOutput } from '../../wire/json.ts'
import { serviceModels } from '../../wire/service-models.ts'
import { DEFAULT_ACCOUNT, DEFAULT_REGION } from '../endpoint.ts'
import { roleIn } from './json-door.ts'
import { modelOf } from './model-of.ts'

const REFUSED =
  /^An error occurred \((\w+)\) when calling the \w+ operation(?: \(reached max retries: \d+\))?: (.*)$/m

/** Literal `aws …` lines typed into the lab's own shell, whose printed JSON is the answer. */
export const terminalDoor: OpenDoor = async (cloud) => {
  const shell = createShell({
    host: {
      models: serviceModels(),
      send: createWire({ cloud, account: DEFAULT_ACCOUNT, region: DEFAULT_REGION }),
      random: async (length) => cloud.world.entropy.bytes(length),
      now: async () => cloud.world.clock.now(),
      sleep: async () => undefined,
      identity: async () => ({ profile: 'root', region: DEFAULT_REGION, account: DEFAULT_ACCOUNT }),
    },
    commands,
  })
  /** A body goes and comes by a file, as the CLI has it. */
  const bodyOf = async (line: string): Promise<Bytes> => (await shell.run(line)).stdout

  return {
    async request(service, operation, input, caller) {
      const model = modelOf(service, operation)
      const { Body, ...plain } = input
      if (Body !== undefined) await shell.put([{ path: 'body', bytes: Body as Bytes }])
      const values = encodeOutput(model.input, service === 's3' ? plain : input) as Record<string, CliValue>
      const session = {
        profile: roleIn(caller),
        region: caller.region,
        ...(service !== 'kms' && { service: service === 's3' ? 's3api' : service }),
      }
      const line = [
        commandFor(operation, values, model.input, session),
        ...(service === 's3' && Body !== undefined ? ['--body body'] : []),
        ...(service === 's3' && operation === 'GetObject' ? ['got'] : []),
        '--output json',
      ].join(' ')
      const { stdout, stderr, exitCode } = await shell.run(line)
      const complaint = decodeUtf8(stderr)
      const [, code, message = ''] = REFUSED.exec(complaint) ?? []
      if (code !== undefined) return { ok: false, code, message }
      if (exitCode !== 0) throw new Error(`${line}\n${complaint}`)
      const text = decodeUtf8(stdout)
      const printed = (text.trim() === '' ? {} : JSON.parse(text)) as Record<string, unknown>
      const output = decodeInput(model.output, printed)
      return {
        ok: true,
        output:
          service === 's3' && operation === 'GetObject'
            ? { ...output, Body: await bodyOf('cat got') }
            : output,
      }
    },
  }
}
