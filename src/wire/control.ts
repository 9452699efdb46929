import type { Cloud } from '../cloud/cloud.ts'
import { seconds } from '../world/clock.ts'
import { isCommercialRegion } from '../kms/regions.ts'
import { outsideChange } from '../kms/outside-change.ts'
import { OutsideRefusal } from '../kms/outside-check.ts'
import type { Place } from '../kms/outside.ts'
import { plainJson } from './answer.ts'
import type { Faults } from './faults.ts'
import { parseJsonObject } from './json-text.ts'
import type { WireRequest, WireResponse } from './message.ts'
import { SerializationError } from './serialization-error.ts'

/** What only the owner of the world can do. */
export interface Control {
  /** Moves the clock; what is then due happens in the cloud's own turn. */
  advance(ms: number): void
  /** Back to an empty account at the first instant. */
  reset(): void | Promise<void>
  /** Transient errors that wait for a call; the engine has the same ones as its port */
  readonly faults?: Faults
  /** Where the outside world of key stores is described, unless a request says so */
  readonly place?: Place
}

const PREFIX = '/_lab/'
/** 100 years: further than any date in the course. */
const MAX_ADVANCE_SECONDS = 100 * 366 * 86_400
const DEFAULT_EVENTS = 100

export const isControl = (path: string) => path.startsWith(PREFIX)

/** The lab's own door beside the API: health, clock, reset, trail, faults and the world outside. No credentials needed. */
export async function answerControl(
  request: WireRequest,
  cloud: Cloud,
  control: Control,
  requestId: string,
): Promise<WireResponse> {
  const [path = '', query = ''] = request.path.slice(PREFIX.length).split('?', 2)
  const answer = (value: unknown, status = 200) => plainJson(requestId, status, value)
  const now = () => answer({ now: cloud.world.clock.now() / 1000 })

  if (
    request.method === 'POST' &&
    request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json'
  ) {
    return answer({ message: 'Send Content-Type: application/json' }, 415)
  }
  try {
    switch (`${request.method} ${path}`) {
      case 'GET health':
        return answer({ status: 'ok' })
      case 'GET clock':
        return now()
      case 'POST clock': {
        const ms = advanceMs(parseJsonObject(request.body).advanceSeconds)
        await cloud.exclusive(() => control.advance(ms))
        await cloud.settle()
        return now()
      }
      case 'POST reset':
        await cloud.exclusive(() => control.reset())
        control.faults?.clear()
        return now()
      case 'GET faults':
        return answer({ pending: control.faults?.pending ?? [] })
      case 'POST faults': {
        const { faults } = control
        if (!faults) return answer({ message: 'This door has no faults to give' }, 404)
        const wanted = parseJsonObject(request.body)
        if (wanted.clear === true && Object.keys(wanted).length === 1) faults.clear()
        else faults.add(wanted)
        return answer({ pending: faults.pending })
      }
      case 'POST outside': {
        const { place } = control
        if (!place) return answer({ message: 'This door has no outside world' }, 404)
        const {
          accountId = place.accountId,
          region = place.region,
          ...description
        } = parseJsonObject(request.body)
        if (typeof accountId !== 'string' || !/^\d{12}$/.test(accountId))
          throw new SerializationError('accountId has 12 digits')
        if (typeof region !== 'string' || !isCommercialRegion(region))
          throw new SerializationError('region is a commercial Region')
        await cloud.exclusive(() => {
          const stage = { reader: cloud.tables, place: { accountId, region }, entropy: cloud.world.entropy }
          cloud.tables.apply(outsideChange(stage, description))
        })
        return answer({ done: true })
      }
      case 'POST region-failure': {
        const region = parseJsonObject(request.body).region ?? control.place?.region
        if (typeof region !== 'string' || !isCommercialRegion(region))
          throw new SerializationError('region is a commercial Region')
        const emptied = await cloud.regionFailure(region)
        return answer({ region, emptied: emptied.map(({ arn }) => arn) })
      }
      case 'GET trail': {
        const limit = eventLimit(new URLSearchParams(query).get('limit'))
        return answer({ events: limit === 0 ? [] : cloud.trail().slice(-limit) })
      }
      default:
        return answer(
          { message: 'There is health, clock, reset, trail, faults, outside and region-failure' },
          404,
        )
    }
  } catch (error) {
    if (error instanceof SerializationError || error instanceof OutsideRefusal)
      return answer({ message: error.message }, 400)
    throw error
  }
}

function advanceMs(value: unknown): number {
  if (typeof value === 'number' && value >= 0 && value <= MAX_ADVANCE_SECONDS)
    return Math.round(seconds(value))
  throw new SerializationError('advanceSeconds is a number of seconds, 0 or more: time moves forward only')
}

function eventLimit(text: string | null): number {
  if (text === null) return DEFAULT_EVENTS
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new SerializationError('limit is a whole number, 0 or more')
}
