/** How a simulated learner learned. */
export interface LearnerKind {
  readonly id: string
  /** Of a hundred questions so many are known; the others are guessed */
  readonly knows: number
  readonly answers: boolean
  /** Passes every lab without help */
  readonly passes: boolean
}

const knower = (percent: number): LearnerKind => ({
  id: `knows ${percent} %`,
  knows: percent / 100,
  answers: true,
  passes: true,
})

/** THE LIST. Whoever answers and passes labs passes them all without help, so that only questions can hold them up. */
export const learnerKinds: readonly LearnerKind[] = [
  { ...knower(0), id: 'guesses' },
  knower(50),
  knower(60),
  knower(70),
  knower(80),
  knower(90),
  { id: 'quiz only, knows all', knows: 1, answers: true, passes: false },
  { id: 'labs only', knows: 0, answers: false, passes: true },
]
