import type { Bytes } from '../bytes/bytes.ts'
import { createCloud } from '../cloud/cloud.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import { Tables } from '../kms/tables.ts'
import type { TrailEvent } from '../kms/trail.ts'
import { commands } from '../shell/commands/index.ts'
import type { Host } from '../shell/host.ts'
import { createShell, type Stream } from '../shell/session.ts'
import { createWire } from '../wire/handle.ts'
import { serviceModels } from '../wire/service-models.ts'
import { seconds, virtualClock, type Instant } from '../world/clock.ts'
import type { Entropy } from '../world/entropy.ts'
import { clockDesk } from './clock-desk.ts'

export interface ScriptOptions {
  readonly account: string
  readonly region: string
  readonly start: Instant
  readonly entropy: Entropy
  readonly crypto: CryptoProvider
  onOutput?(stream: Stream, bytes: Bytes): void
  readonly onBug?: (error: unknown) => void
}

export interface ScriptEnd {
  readonly exitCode: number
  readonly trail: readonly TrailEvent[]
}

/** A second a call, as in the lab (design D5). */
const PER_CALL = seconds(1)
const SCRIPT_BYTES = 16 * 1_024 * 1_024

/** Runs a script in the lab's shell over a world of its own, which ends with it. Nothing of this computer is seen. */
export async function runScript(script: string, options: ScriptOptions): Promise<ScriptEnd> {
  const { account, region, start, entropy, crypto, onBug } = options
  const clock = virtualClock(start)
  const cloud = createCloud({ world: { clock, entropy }, crypto, tables: new Tables() })
  const wire = createWire({ cloud, account, region, ...(onBug && { onBug }) })
  const pass = async (ms: number) => {
    await cloud.exclusive(() => clock.advance(ms))
    await cloud.settle()
  }
  const host: Host = {
    models: serviceModels(),
    async send(request) {
      const response = await wire(request)
      await pass(PER_CALL)
      return response
    },
    random: async (length) => entropy.bytes(length),
    now: async () => clock.now(),
    sleep: pass,
    identity: async () => ({ profile: 'root', region, account }),
    lab: clockDesk({ now: clock.now, pass }),
  }
  const shell = createShell({
    host,
    commands,
    limits: { line: SCRIPT_BYTES, output: Number.MAX_SAFE_INTEGER },
    ...(options.onOutput && { onOutput: options.onOutput }),
  })
  const { exitCode } = await shell.run(script)
  return { exitCode, trail: cloud.trail() }
}
