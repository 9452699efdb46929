import { encodeUtf8 } from '../../../bytes/utf8.ts'
import { days } from '../../../world/clock.ts'
import type { MatchItem } from '../../item-definition.ts'
import { rotatedImport } from '../scene-keys.ts'
import { drawOrg } from '../slot-values.ts'

export const aq22: MatchItem = {
  id: 'AQ22',
  type: 'match',
  metric: 'availability-risks',
  competency: 'AVL-4',
  difficulty: 2,
  lens: 'today',
  stem: '{org} keeps a custody record beside each copy of imported bytes, and rotates keys with the API of today. Match each entry of the record with what it is for on the day of need.',
  left: [
    {
      id: 'arn',
      text: 'The ARN of the KMS key.',
      right: 'which-key',
      because: 'Old data opens with this key and these bytes together. No other key will do.',
    },
    {
      id: 'material-id',
      text: 'The ID of the key material.',
      right: 'which-material',
      because: 'After rotations a key has several materials, and each of them is needed.',
    },
    {
      id: 'fingerprint',
      text: 'A fingerprint of the bytes.',
      right: 'right-bytes',
      because: 'It tells a good copy from a torn one, and shows nothing of the bytes.',
    },
    {
      id: 'date',
      text: 'The date on which the material ends.',
      right: 'same-end',
      because: 'Each import sets the end anew. Without a word KMS asks for a date.',
    },
  ],
  right: [
    { id: 'which-key', text: 'To know which key to import into.' },
    { id: 'which-material', text: 'To know which material of the key it is.' },
    { id: 'right-bytes', text: 'To know, before wrapping, that the copy is good.' },
    { id: 'same-end', text: 'To give the same end at the next import.' },
    { id: 'any-key', text: 'To fill a new key when the old one is deleted.' },
  ],
  slips: [
    {
      left: 'arn',
      right: 'any-key',
      misconception: 'M-29',
      because: 'A new key does not open old data, even with the same bytes.',
    },
    {
      left: 'material-id',
      right: 'any-key',
      misconception: 'M-29',
      because: 'The ID belongs to one key. The same bytes have another ID in another key.',
    },
    {
      left: 'date',
      right: 'which-material',
      misconception: 'M-30',
      because: 'Each material may have an end of its own. Its ID tells which one it is.',
    },
    {
      left: 'fingerprint',
      right: 'which-key',
      misconception: 'M-21',
      because: 'The same bytes may be in two keys. The fingerprint does not tell which.',
    },
  ],
  rests: [
    ['F-344', 'protectMaterial'],
    ['F-104', 'importKeyMaterial'],
    ['F-319', 'importStep'],
    ['F-339', 'protectMaterial'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
  async scene(stage) {
    const { arn, first, second } = await rotatedImport(stage, 'K1', stage.now + days(200))
    const lines = await Promise.all([first, second].map((bytes) => stage.fingerprint(bytes)))
    stage.putFile('custody-record.txt', encodeUtf8(lines.map((line) => `${arn} sha256 ${line}\n`).join('')))
  },
}
