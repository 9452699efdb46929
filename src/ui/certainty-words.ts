import type { Certainty } from '../course/answered.ts'

export const asksCertainty = 'How sure are you?'

/** How sure a learner is, in the same words wherever it is asked or told. */
export const certaintyWords = {
  low: 'A guess',
  middle: 'Fairly sure',
  high: 'Sure',
} satisfies Record<Certainty, string>
