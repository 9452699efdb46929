import { encodeUtf8 } from '../../../bytes/utf8.ts'
import { hours } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { roleOf } from '../behind-the-stop.ts'
import { importedWithRecord } from '../scene-keys.ts'
import { drawOrg } from '../slot-values.ts'

export const cq17: ChoiceItem = {
  id: 'CQ17',
  type: 'log',
  metric: 'compliance-choice',
  competency: 'CMP-7',
  difficulty: 2,
  lens: 'both',
  stem: 'Chiyo wants evidence that the material of {key} came from {org}. The custody record of Amara (KeyCustodian) holds the fingerprint of the bytes. Which records of the log go with it?',
  options: [
    {
      id: 'imported',
      text: '`CreateKey` with origin EXTERNAL, and the import by Amara.',
      correct: true,
      because:
        'The origin says that the bytes came from outside. The import says who brought them, and when.',
    },
    {
      id: 'used',
      text: '`Encrypt` and `Decrypt` by the application, many times.',
      misconception: 'M-00',
      because: 'Every key that works has these. They do not tell where its material came from.',
    },
    {
      id: 'named',
      text: '`CreateAlias`, whose name says that the bytes are yours.',
      misconception: 'M-04',
      because: 'Anyone who may create an alias chooses its name. It proves nothing.',
    },
    {
      id: 'rotated',
      text: '`RotateKey`, which KMS writes by itself for such keys.',
      misconception: 'M-01',
      because: 'KMS makes no material for imported keys, and no such record stands here.',
    },
  ],
  rests: [
    ['F-106', 'createKey'],
    ['F-706', 'cloudtrail'],
    ['F-708', 'importRecord'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw), key: `K${draw.whole(2, 9)}` }),
  async scene(stage, slots) {
    const { arn, material, object } = await importedWithRecord(stage, slots.key as string)
    stage.putFile('custody-record.txt', encodeUtf8(`${arn} sha256 ${await stage.fingerprint(material)}\n`))
    await stage.call('CreateAlias', { AliasName: 'alias/own-bytes', TargetKeyId: arn }, 'KeyAdmin')
    await stage.moveClock(stage.now + hours(4))
    await stage.call('Decrypt', { CiphertextBlob: object }, 'AppRole')
  },
  async computes(_stage, view) {
    const created = view.scene().find(({ eventName }) => eventName === 'CreateKey')
    const imported = view.scene().find(({ eventName }) => eventName === 'ImportKeyMaterial')
    const rotated = view.scene().some(({ eventName }) => eventName === 'RotateKey')
    if (rotated) return ['rotated']
    const own = created?.requestParameters?.origin === 'EXTERNAL' && roleOf(imported) === 'KeyCustodian'
    return own && !imported?.errorCode ? ['imported'] : []
  },
}
