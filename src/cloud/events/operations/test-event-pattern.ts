import { flag, optional, text } from '../../../kms/shapes.ts'
import { ServiceError, serviceOperation } from '../../service.ts'
import { matches } from '../pattern.ts'
import { soundPattern } from './rules.ts'

/** What every event on a bus has. */
const ENVELOPE = ['id', 'account', 'source', 'time', 'region', 'resources', 'detail-type']

export const testEventPattern = serviceOperation({
  service: 'events',
  name: 'TestEventPattern',
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html',
  readOnly: true,
  input: { EventPattern: text({ max: 4096 }), Event: text({ max: 262_144 }) },
  output: { Result: optional(flag()) },
  trail: { request: ['EventPattern'], response: [] },
  run({ input }) {
    const pattern = soundPattern(input.EventPattern)
    const event = eventOf(input.Event)
    for (const name of ENVELOPE)
      if (!Object.hasOwn(event, name))
        throw new ServiceError(
          'ValidationException',
          `Parameter Event is not valid. Reason: Event must contain ${name}.`,
        )
    return { Result: matches(pattern, event) }
  },
})

function eventOf(text: string): object {
  try {
    const event: unknown = JSON.parse(text)
    if (typeof event === 'object' && event !== null && !Array.isArray(event)) return event
  } catch {
    // What is no JSON is no event.
  }
  throw new ServiceError('ValidationException', 'Parameter Event is not valid.')
}
