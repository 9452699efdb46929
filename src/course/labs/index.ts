import type { LabDefinition } from '../lab-definition.ts'
import { chooseTheArchitecture } from './choose-the-architecture.ts'
import { custodyTransfer } from './custody-transfer.ts'
import { defaultByDesign } from './default-by-design.ts'
import { decisionRecord } from './decision-record.ts'
import { firstImport } from './first-import.ts'
import { fiveFailedImports } from './five-failed-imports.ts'
import { fourWaysToStopAKey } from './four-ways-to-stop-a-key.ts'
import { killSwitchWithADate } from './kill-switch-with-a-date.ts'
import { manualRotation } from './manual-rotation.ts'
import { newBytesSameKey } from './new-bytes-same-key.ts'
import { nightShift } from './night-shift.ts'
import { permanentLoss } from './permanent-loss.ts'
import { proveItCannotLeave } from './prove-it-cannot-leave.ts'
import { recoveryDrill } from './recovery-drill.ts'
import { timelineOfRotation } from './timeline-of-rotation.ts'
import { twoRegionsOneMaterial } from './two-regions-one-material.ts'
import { twoBirthsOfAKey } from './two-births-of-a-key.ts'
import { whoDidIt } from './who-did-it.ts'
import { wrapWithYourOwnOpenssl } from './wrap-with-your-own-openssl.ts'

/** THE LIST of labs, in the order of the course. */
export const labs: readonly LabDefinition[] = [
  twoBirthsOfAKey,
  proveItCannotLeave,
  timelineOfRotation,
  defaultByDesign,
  firstImport,
  wrapWithYourOwnOpenssl,
  fiveFailedImports,
  custodyTransfer,
  manualRotation,
  newBytesSameKey,
  killSwitchWithADate,
  chooseTheArchitecture,
  twoRegionsOneMaterial,
  decisionRecord,
  fourWaysToStopAKey,
  recoveryDrill,
  permanentLoss,
  whoDidIt,
  nightShift,
]

export const labById = (id: string): LabDefinition | undefined => labs.find((lab) => lab.id === id)
