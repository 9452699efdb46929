import { encodeUtf8 } from '../../../bytes/utf8.ts'
import { days } from '../../../world/clock.ts'
import type { OrderItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'
import { drawOrg } from '../slot-values.ts'

export const aq21: OrderItem = {
  id: 'AQ21',
  type: 'order',
  metric: 'availability-risks',
  competency: 'AVL-4',
  difficulty: 2,
  lens: 'both',
  stem: '{org} tests each quarter that the copy in its safe would bring {key} back. The key stays in use, and its material ends on a date. Nothing is asked of KMS before the copy is known to be good. Put the test in order.',
  steps: [
    {
      id: 'take',
      text: 'Take one copy out of the safe, with two people.',
      because: 'The test is about the copy, so it begins there.',
    },
    {
      id: 'compare',
      text: 'Compare its fingerprint with the custody record.',
      because: 'A torn or wrong copy shows here, before KMS is asked.',
    },
    {
      id: 'set',
      text: 'Get a new set of parameters for {key}.',
      because: 'An older set is past its 24 hours.',
    },
    {
      id: 'wrap',
      text: 'Wrap the copy with the new public key.',
      because: 'A set has a public key of its own.',
    },
    {
      id: 'import',
      text: 'Import it into {key}, with the same date as before.',
      because: 'KMS takes the same bytes and refuses others. The date is set anew by each import.',
    },
    {
      id: 'note',
      text: 'Write day and result into the custody record.',
      because: 'The next test and the auditor look there.',
    },
  ],
  slips: [
    {
      first: 'import',
      later: 'compare',
      misconception: 'M-07',
      because: 'Compare first. Other bytes are not what you want to send.',
    },
    {
      first: 'wrap',
      later: 'set',
      misconception: 'M-13',
      because: 'What an old public key closed does not go with a new token.',
    },
    {
      first: 'note',
      later: 'import',
      misconception: 'M-26',
      because: 'A test that ends before the import has not shown that the copy works.',
    },
    {
      first: 'set',
      later: 'take',
      misconception: 'M-00',
      because: 'The 24 hours of a set begin with the call. The copy comes first.',
    },
  ],
  rests: [
    ['F-344', 'protectMaterial'],
    ['F-319', 'importStep'],
    ['F-325', 'importKeyMaterial'],
    ['F-304', 'publicKeyAndToken'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw), key: `K${draw.whole(2, 9)}` }),
  async scene(stage, slots) {
    const key = slots.key as string
    const { arn, material } = await importedWithRecord(stage, key, stage.now + days(300))
    stage.putFile('custody-record.txt', encodeUtf8(`${arn} sha256 ${await stage.fingerprint(material)}\n`))
    await stage.moveClock(stage.now + days(90))
  },
}
