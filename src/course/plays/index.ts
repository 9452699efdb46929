import { chooseTheArchitecturePlay } from './choose-the-architecture.ts'
import { custodyTransferPlay } from './custody-transfer.ts'
import { defaultByDesignPlay } from './default-by-design.ts'
import { decisionRecordPlay } from './decision-record.ts'
import { doorPlay } from './door.ts'
import { firstImportPlay } from './first-import.ts'
import { fiveFailedImportsPlay } from './five-failed-imports.ts'
import { fourWaysToStopAKeyPlay } from './four-ways-to-stop-a-key.ts'
import { killSwitchWithADatePlay } from './kill-switch-with-a-date.ts'
import { manualRotationPlay } from './manual-rotation.ts'
import { newBytesSameKeyPlay } from './new-bytes-same-key.ts'
import { nightShiftPlay } from './night-shift.ts'
import { permanentLossPlay } from './permanent-loss.ts'
import type { LabPlay } from './player.ts'
import { proveItCannotLeavePlay } from './prove-it-cannot-leave.ts'
import { recoveryDrillPlay } from './recovery-drill.ts'
import { timelineOfRotationPlay } from './timeline-of-rotation.ts'
import { twoRegionsOneMaterialPlay } from './two-regions-one-material.ts'
import { twoBirthsOfAKeyPlay } from './two-births-of-a-key.ts'
import { whoDidItPlay } from './who-did-it.ts'
import { wrapWithYourOwnOpensslPlay } from './wrap-with-your-own-openssl.ts'

/** One for each lab; kept apart from the labs, so that no screen loads a solution. */
export const plays: readonly LabPlay[] = [
  doorPlay,
  twoBirthsOfAKeyPlay,
  proveItCannotLeavePlay,
  timelineOfRotationPlay,
  defaultByDesignPlay,
  firstImportPlay,
  wrapWithYourOwnOpensslPlay,
  fiveFailedImportsPlay,
  custodyTransferPlay,
  manualRotationPlay,
  newBytesSameKeyPlay,
  killSwitchWithADatePlay,
  chooseTheArchitecturePlay,
  twoRegionsOneMaterialPlay,
  decisionRecordPlay,
  fourWaysToStopAKeyPlay,
  recoveryDrillPlay,
  permanentLossPlay,
  whoDidItPlay,
  nightShiftPlay,
]
