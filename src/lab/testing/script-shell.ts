import { createCloud } from '../../cloud/cloud.ts'
import { ACCOUNT, REGION } from '../../course/account-view.ts'
import { LAB_START } from '../../course/headless.ts'
import { hands } from '../../course/testing/hands.ts'
import { outsideChange } from '../../kms/outside-change.ts'
import { Tables } from '../../kms/tables.ts'
import type { OutsideStep } from '../../course/table/experiment-definition.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { commands } from '../../shell/commands/index.ts'
import { createShell } from '../../shell/session.ts'
import { createWire } from '../../wire/handle.ts'
import { serviceModels } from '../../wire/service-models.ts'
import { seconds, virtualClock } from '../../world/clock.ts'
import { seededEntropy } from '../../world/entropy.ts'

/** The shell that learners have, over an empty account of its own: what a script's lines do when a person types them. */
export function scriptShell(seed: Uint8Array) {
  const clock = virtualClock(LAB_START)
  const entropy = seededEntropy(seed)
  const tables = new Tables()
  const cloud = createCloud({ world: { clock, entropy }, crypto: hands.crypto, tables })
  const wire = createWire({ cloud, account: ACCOUNT, region: REGION })
  const pass = async (ms: number) => {
    clock.advance(ms)
    await cloud.settle()
  }
  const shell = createShell({
    commands,
    host: {
      models: structuredClone(serviceModels()),
      async send(request) {
        const response = await wire(request)
        await pass(seconds(1))
        return response
      },
      random: async (length) => entropy.bytes(length),
      now: async () => clock.now(),
      sleep: pass,
      identity: async () => ({ profile: 'KeyCustodian', region: REGION, account: ACCOUNT }),
    },
  })
  return {
    pass,
    regionFailure: () => cloud.regionFailure(REGION),
    async type(line: string) {
      const { stdout, stderr, exitCode } = await shell.run(line)
      return { out: new TextDecoder().decode(stdout), err: new TextDecoder().decode(stderr), exitCode }
    },
    outside({ change, files = {} }: OutsideStep) {
      const place = { accountId: ACCOUNT, region: REGION }
      tables.apply(outsideChange({ reader: tables, place, entropy }, change))
      return shell.put(Object.entries(files).map(([path, text]) => ({ path, bytes: encodeUtf8(text) })))
    },
  }
}
