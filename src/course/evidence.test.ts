import { expect, it } from 'vitest'
import { sincePrediction } from './evidence.ts'
import type { LabView, NumberedEvent, Prediction } from './lab-definition.ts'

const prediction: Prediction = { id: 'guess', asks: 'What does KMS answer?', options: [] }
const lockedAt = (at: string | undefined) =>
  ({
    answer: () => (at === undefined ? undefined : 'refused'),
    answeredAt: () => at && Date.parse(at),
  }) as unknown as LabView
const call = (eventTime: string) => ({ eventTime }) as NumberedEvent

it.each([
  ['a call after it', '2026-01-12T09:00:05Z', '2026-01-12T09:00:06Z', true],
  ['a call of the same moment', '2026-01-12T09:00:05Z', '2026-01-12T09:00:05Z', true],
  [
    'a call of the same moment, whose record has no part of a second',
    '2026-01-12T09:00:05.500Z',
    '2026-01-12T09:00:05Z',
    true,
  ],
  ['a call before it, which took its second', '2026-01-12T09:00:05.500Z', '2026-01-12T09:00:04Z', false],
  ['any call while nothing is locked', undefined, '2026-01-12T09:00:05Z', false],
])('a call counts when it came no earlier than the prediction: %s', (_, locked, called, since) => {
  expect(sincePrediction(lockedAt(locked), prediction, call(called))).toBe(since)
})
