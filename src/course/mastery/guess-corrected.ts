/** One answer in an estimate. */
export interface Weighed {
  readonly weight: number
  readonly score: number
  readonly chance: number
}

/** A value between 0 and 1 and where the true one lies in 95 of 100 such cases. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** 95 % */
const Z = 1.96

/**
 * The share of right answers with what chance gives taken off: 0 is a guesser, 1 knows all.
 * The interval is Wilson's on the raw share, corrected in the same way.
 */
export function guessCorrected(answers: readonly Weighed[]): Estimate {
  const total = sum(answers.map(({ weight }) => weight))
  if (total === 0) return { value: 0, low: 0, high: 1 }
  const share = sum(answers.map(({ weight, score }) => weight * score)) / total
  const chance = sum(answers.map(({ weight, chance: one }) => weight * one)) / total
  // Answers of unequal weight tell less than as many of equal weight.
  const size = total ** 2 / sum(answers.map(({ weight }) => weight ** 2))
  const corrected = (raw: number) => Math.min(1, Math.max(0, (raw - chance) / (1 - chance)))
  const [low, high] = wilson(share, size)
  return { value: corrected(share), low: corrected(low), high: corrected(high) }
}

export function wilson(share: number, size: number): readonly [low: number, high: number] {
  const middle = share + Z ** 2 / (2 * size)
  const spread = Z * Math.sqrt((share * (1 - share)) / size + Z ** 2 / (4 * size ** 2))
  const scale = 1 + Z ** 2 / size
  return [(middle - spread) / scale, (middle + spread) / scale]
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
