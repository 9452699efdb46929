import type { OpenDoor } from '../../course/door-of-play.ts'
import { createWire } from '../../wire/handle.ts'
import { DEFAULT_ACCOUNT, DEFAULT_REGION } from '../endpoint.ts'
import { jsonDoor } from './json-door.ts'

/** What the forms of the page send, without the page: the same requests to the same function. */
export const formDoor: OpenDoor = async (cloud) =>
  jsonDoor(createWire({ cloud, account: DEFAULT_ACCOUNT, region: DEFAULT_REGION }))
