import type { Cloud } from '../cloud/cloud.ts'
import type { ServiceName } from '../cloud/service.ts'
import type { Caller } from '../kms/trail.ts'
import type { Answer } from './plays/player.ts'

/** How a player's requests reach the cloud: as the engine's own values, and back. */
export interface Door {
  request(
    service: 'kms' | ServiceName,
    operation: string,
    input: Readonly<Record<string, unknown>>,
    caller: Caller,
  ): Promise<Answer>
  close?(): Promise<void>
}

/** Opens a door to the cloud of a lab that is played. */
export type OpenDoor = (cloud: Cloud) => Promise<Door>

/** No door at all: the cloud is asked directly. */
export const engineDoor: OpenDoor = async (cloud) => ({
  async request(service, operation, input, caller) {
    const result =
      service === 'kms'
        ? await cloud.call(operation, input, caller)
        : await cloud.request(service, operation, input, caller)
    return result.ok
      ? { ok: true, output: result.output }
      : { ok: false, code: result.error.code, message: result.error.message }
  },
})
