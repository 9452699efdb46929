import type { Experiment, ExperimentId } from '../experiment-definition.ts'
import { originAtBirth } from './origin-at-birth.ts'
import { sameBytesAgain } from './same-bytes-again.ts'
import { cutTheLink } from './cut-the-link.ts'
import { automaticRotation } from './automatic-rotation.ts'
import { rotateImported } from './rotate-imported.ts'
import { noRotationInAStore } from './no-rotation-in-a-store.ts'
import { noExpiry } from './no-expiry.ts'
import { expiry } from './expiry.ts'
import { noWayOut } from './no-way-out.ts'
import { stopAndCancel } from './stop-and-cancel.ts'
import { replicateBoth } from './replicate-both.ts'
import { onlySymmetric } from './only-symmetric.ts'
import { twoLogs } from './two-logs.ts'
import { oneOfTwo } from './one-of-two.ts'
import { sameBytesTwoKeys } from './same-bytes-two-keys.ts'
import { originIsFixed } from './origin-is-fixed.ts'

/** THE LIST: one file and one line here make an experiment. */
export const experiments: readonly Experiment[] = [
  originAtBirth,
  sameBytesAgain,
  cutTheLink,
  automaticRotation,
  rotateImported,
  noRotationInAStore,
  noExpiry,
  expiry,
  noWayOut,
  stopAndCancel,
  replicateBoth,
  onlySymmetric,
  twoLogs,
  oneOfTwo,
  sameBytesTwoKeys,
  originIsFixed,
]

/** @throws RangeError for an ID that no experiment has */
export function experimentOf(id: ExperimentId): Experiment {
  const found = experiments.find((one) => one.id === id)
  if (!found) throw new RangeError(`there is no experiment ${id}`)
  return found
}
