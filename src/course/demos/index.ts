import type { Demo } from './demo-definition.ts'
import { fourRedButtons } from './four-red-buttons.ts'
import { oneClockTwoKeys } from './one-clock-two-keys.ts'
import { theCourierPuzzle } from './the-courier-puzzle.ts'
import { theKeyYouCannotHold } from './the-key-you-cannot-hold.ts'

/** One for each module, in order. */
export const demos: readonly Demo[] = [theKeyYouCannotHold, theCourierPuzzle, oneClockTwoKeys, fourRedButtons]
