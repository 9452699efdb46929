const two = (n: number) => String(n).padStart(2, '0')

/** 64:05 */
export const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${two(Math.floor(seconds % 60))}`

/** Minutes at which the time that is left is said aloud. */
const SAID = [30, 10, 5, 1]

/** The minutes to say, when this second is the one to say them. */
export const saidAt = (secondsLeft: number): number | undefined =>
  SAID.find((minutes) => minutes * 60 === secondsLeft)
