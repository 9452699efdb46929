import type { Fault, FaultId } from '../incident.ts'
import { aliasTooEarly } from './alias-too-early.ts'
import { changedContext } from './changed-context.ts'
import { deletedByScript } from './deleted-by-script.ts'
import { deletionRuns } from './deletion-runs.ts'
import { deniedDecrypt } from './denied-decrypt.ts'
import { disabledForATest } from './disabled-for-a-test.ts'
import { emptyReplica } from './empty-replica.ts'
import { expiredMaterial } from './expired-material.ts'
import { hostileDeletion } from './hostile-deletion.ts'
import { oldKeyRetired } from './old-key-retired.ts'
import { oldMaterialExpired } from './old-material-expired.ts'
import { realLoss } from './real-loss.ts'
import { staleRunbook } from './stale-runbook.ts'
import { storeDisconnected } from './store-disconnected.ts'
import { wrongCustodyFile } from './wrong-custody-file.ts'

/** THE LIST of what can go wrong in a game day. */
export const faults: readonly Fault[] = [
  expiredMaterial,
  deletedByScript,
  disabledForATest,
  deletionRuns,
  aliasTooEarly,
  oldKeyRetired,
  oldMaterialExpired,
  wrongCustodyFile,
  staleRunbook,
  changedContext,
  emptyReplica,
  deniedDecrypt,
  realLoss,
  hostileDeletion,
  storeDisconnected,
]

const byId = new Map(faults.map((fault) => [fault.id, fault]))

export function faultOf(id: FaultId): Fault {
  const fault = byId.get(id)
  if (!fault) throw new RangeError(`there is no fault ${id}`)
  return fault
}
