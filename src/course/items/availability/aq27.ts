import { days, hours } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq27: ChoiceItem = {
  id: 'AQ27',
  type: 'log',
  metric: 'availability-risks',
  competency: 'AVL-7',
  difficulty: 3,
  lens: 'both',
  stem: 'Since its last release an application cannot read record {n}. The team fears that somebody removed the material of {key}. Read the log. What is the case?',
  options: [
    {
      id: 'context',
      text: 'The material is there; the call gives another context.',
      correct: true,
      because:
        '`InvalidCiphertextException` comes from a key that works. Compare the `encryptionContext` of the two calls.',
    },
    {
      id: 'deleted',
      text: 'The material is gone; a context cannot stop a read.',
      misconception: 'M-22',
      because: 'A context that differs stops each read. No record here takes material out.',
    },
    {
      id: 'expired',
      text: 'The material is gone; it expired and left no record at all.',
      misconception: 'M-32',
      because: 'An expiry is recorded, and Decrypt would answer KMSInvalidStateException.',
    },
    {
      id: 'disabled',
      text: 'The material is there; somebody disabled the key.',
      misconception: 'M-09',
      because: 'Decrypt would answer DisabledException, and DisableKey would stand in the log.',
    },
  ],
  rests: [
    ['F-902', 'encryptionContext'],
    ['F-620', 'decrypt'],
    ['F-710', 'decryptRecord'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}`, n: String(draw.whole(100, 999)) }),
  async scene(stage, slots) {
    const { arn } = await importedWithRecord(stage, slots.key as string, stage.now + days(200))
    const context = { record: slots.n as string }
    const made = await stage.call(
      'GenerateDataKey',
      { KeyId: arn, KeySpec: 'AES_256', EncryptionContext: context },
      'AppRole',
    )
    const read = (EncryptionContext: Readonly<Record<string, string>>) =>
      stage.call('Decrypt', { CiphertextBlob: made.CiphertextBlob, EncryptionContext }, 'AppRole')
    await stage.moveClock(stage.now + days(1))
    await read(context)
    await stage.call('DescribeKey', { KeyId: arn }, 'Auditor')
    await stage.moveClock(stage.now + hours(20))
    await outcome(read({ Record: slots.n as string }))
  },
  async computes(_stage, view) {
    const reads = view.scene().filter(({ eventName }) => eventName === 'Decrypt')
    const failed = reads.find(({ errorCode }) => errorCode !== undefined)
    const contexts = new Set(reads.map((read) => JSON.stringify(read.requestParameters?.encryptionContext)))
    if (failed?.errorCode === 'DisabledException') return ['disabled']
    if (failed?.errorCode === 'KMSInvalidStateException') return ['expired']
    return [failed?.errorCode === 'InvalidCiphertextException' && contexts.size === 2 ? 'context' : 'deleted']
  },
}
