import { createCloud, type Cloud } from '../cloud/cloud.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import { Tables } from '../kms/tables.ts'
import { documentedRates } from '../kms/rates.ts'
import { Faults } from '../wire/faults.ts'
import { createWire } from '../wire/handle.ts'
import { offsetClock, type Instant } from '../world/clock.ts'
import { systemClock, systemEntropy } from '../world/system.ts'
import type { Limits } from './limits.ts'
import { nodeProvider } from './node-provider.ts'
import { pooledEntropy } from './pooled-entropy.ts'
import { serveWire } from './serve-wire.ts'
import { StateFile } from './state-file.ts'

export interface EndpointOptions {
  /** 0 takes any free one */
  readonly port: number
  /** Where to listen; anything but this machine needs `understood` too (T19) */
  readonly host?: string
  readonly understood?: boolean
  readonly account?: string
  readonly region?: string
  readonly stateFile?: string
  /** What the endpoint's clock shows at first; a state file that has a clock goes on with its own */
  readonly start?: Instant
  /** Pages that are not refused for having an Origin. They get no CORS header either. */
  readonly allowedOrigins?: readonly string[]
  readonly limits?: Partial<Limits>
  /** Requests are held to AWS's documented quotas per second */
  readonly throttle?: boolean
  /** Instead of this process's own; tests keep their RSA pairs with it */
  readonly crypto?: CryptoProvider
  readonly onBug?: (error: unknown) => void
}

export interface Endpoint {
  readonly port: number
  readonly cloud: Cloud
  close(): Promise<void>
}

export const DEFAULT_ACCOUNT = '111122223333'
export const DEFAULT_REGION = 'eu-west-1'
const THIS_MACHINE = ['127.0.0.1', '::1', 'localhost']

/** wire.handle behind node:http, for real SDKs and CLIs. It does not authenticate and keeps no real secret (T22, T26). */
export async function startEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { host = '127.0.0.1', account = DEFAULT_ACCOUNT, region = DEFAULT_REGION, onBug = () => {} } = options
  const exposed = !THIS_MACHINE.includes(host)
  if (process.env.NODE_ENV === 'production')
    throw new Error('This is a training simulation: it does not start with NODE_ENV=production')
  if (exposed && !options.understood)
    throw new Error(`Listening on ${host} lets others in: add --i-understand if you mean it`)

  const start = options.start ?? systemClock.now()
  const clock = offsetClock(systemClock, start)
  const mark = () => ({ at: clock.now(), aheadMs: clock.now() - systemClock.now() })
  const state = options.stateFile === undefined ? undefined : await StateFile.open(options.stateFile, mark)
  if (state?.clock) clock.restore(Math.max(systemClock.now() + state.clock.aheadMs, state.clock.at))

  const tables = new Tables(state?.change)
  if (state) tables.subscribe((change) => state.add(change))
  const faults = new Faults()
  const cloud = createCloud({
    world: { clock, entropy: pooledEntropy(systemEntropy) },
    crypto: options.crypto ?? nodeProvider(),
    tables,
    fault: faults.take,
    rates: options.throttle ? documentedRates() : undefined,
  })
  const control = {
    faults,
    place: { accountId: account, region },
    advance(ms: number) {
      clock.advance(ms)
      state?.add([])
    },
    reset() {
      tables.apply(tables.dump().map(([table, key]) => [table, key, null]))
      clock.restore(options.start ?? systemClock.now())
      state?.add([])
    },
  }
  const wire = createWire({ cloud, account, region, control, onBug })

  try {
    const served = await serveWire(wire, {
      port: options.port,
      host,
      exposed,
      onBug,
      ...(options.allowedOrigins && { allowedOrigins: options.allowedOrigins }),
      ...(options.limits && { limits: options.limits }),
      answered: async () => void (await state?.flush()),
    })
    return {
      port: served.port,
      cloud,
      async close() {
        await served.close()
        await cloud.exclusive(() => undefined)
        await state?.close()
      },
    }
  } catch (error) {
    await state?.close()
    throw error
  }
}
