import type { Bytes } from '../../../bytes/bytes.ts'
import { days } from '../../../world/clock.ts'
import type { Stage } from '../../lab-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

/**
 * K1: material deleted, no copy kept, one plaintext data key in the file `memory.key`. K2: disabled for two years. K3: gone,
 * its bytes kept. K4: expired, its bytes kept. K5: day 6 of the 7 before its deletion.
 */
export async function fiveCases(stage: Stage): Promise<void> {
  const k2 = await importedWithRecord(stage, 'K2')
  await stage.call('DisableKey', { KeyId: k2.arn }, 'KeyAdmin')
  await stage.moveClock(stage.now + days(730))

  const k1 = await importedWithRecord(stage, 'K1')
  const { Plaintext } = await stage.call('GenerateDataKey', { KeyId: k1.arn, KeySpec: 'AES_256' }, 'AppRole')
  stage.putFile('memory.key', Plaintext as Bytes)
  stage.putFile('K1.bin', new Uint8Array())
  await stage.call('DeleteImportedKeyMaterial', { KeyId: k1.arn })

  await importedWithRecord(stage, 'K4', stage.now + days(5))
  const k3 = await importedWithRecord(stage, 'K3')
  const k5 = await importedWithRecord(stage, 'K5')
  const deletion = (KeyId: string) =>
    stage.call('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 }, 'KeyAdmin')
  await deletion(k3.arn)
  await stage.moveClock(stage.now + days(9))
  await deletion(k5.arn)
  await stage.moveClock(stage.now + days(6))
}
