import type { OpenDoor } from '../../course/door-of-play.ts'
import { createWire } from '../../wire/handle.ts'
import { DEFAULT_ACCOUNT, DEFAULT_REGION } from '../endpoint.ts'
import { serveWire } from '../serve-wire.ts'
import { jsonDoor } from './json-door.ts'

/** Real HTTP requests to a real port of this computer, answered by the played lab's own cloud. */
export const httpDoor: OpenDoor = async (cloud) => {
  const wire = createWire({ cloud, account: DEFAULT_ACCOUNT, region: DEFAULT_REGION })
  const { port, close } = await serveWire(wire, { port: 0 })
  const door = jsonDoor(async ({ path, headers, body }) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body })
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    }
  })
  return { ...door, close }
}
