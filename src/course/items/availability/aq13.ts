import type { MatchItem } from '../../item-definition.ts'
import { fiveCases } from './five-cases.ts'

export const aq13: MatchItem = {
  id: 'AQ13',
  type: 'match',
  metric: 'availability-risks',
  competency: 'AVL-3',
  difficulty: 2,
  lens: 'both',
  stem: 'Five imported symmetric keys of one Region, five nights. Match each case with the verdict.',
  left: [
    {
      id: 'expired',
      text: 'K4: the material expired, a copy is in the safe.',
      right: 'import',
      because: 'Key and bytes are both there.',
    },
    {
      id: 'destroyed',
      text: 'K1: material and copies are destroyed; one application holds some plaintext data keys in memory.',
      right: 'part',
      because: 'A plaintext data key opens its objects without KMS. Copy them out before the memory goes.',
    },
    {
      id: 'gone',
      text: 'K3: the key was deleted and its window is over; the bytes are in the safe.',
      right: 'lost',
      because: 'The ciphertext belongs to the key that is gone.',
    },
    {
      id: 'scheduled',
      text: 'K5: deletion is scheduled, day 6 of 7 today.',
      right: 'cancel',
      because: 'The window is not over. After the cancel the key is Disabled.',
    },
    {
      id: 'disabled',
      text: 'K2: the key was disabled two years ago.',
      right: 'enable',
      because: 'The material never left.',
    },
  ],
  right: [
    { id: 'import', text: 'Import the same bytes again.' },
    { id: 'part', text: 'A part can be saved, in a hurry.' },
    { id: 'lost', text: 'The data is lost for good.' },
    { id: 'cancel', text: 'Cancel, then enable the key.' },
    { id: 'enable', text: 'Enable the key.' },
  ],
  slips: [
    {
      left: 'expired',
      right: 'lost',
      misconception: 'M-12',
      because: 'Expiry takes the bytes out of KMS. It does not reach the copy in the safe.',
    },
    {
      left: 'destroyed',
      right: 'lost',
      misconception: 'M-31',
      because: 'Readers that hold data keys still read. That is the part you can save.',
    },
    {
      left: 'gone',
      right: 'import',
      misconception: 'M-29',
      because: 'There is no key to import into, and a new one does not open the old data.',
    },
    {
      left: 'scheduled',
      right: 'lost',
      misconception: 'M-10',
      because: 'Until the window is over nothing is lost.',
    },
    {
      left: 'disabled',
      right: 'import',
      misconception: 'M-09',
      because: 'Disabling takes nothing out.',
    },
  ],
  rests: [
    ['F-340', 'unusable'],
    ['F-342', 'deleteKeys'],
    ['F-335', 'protectMaterial'],
  ],
  checked: '2026-11-23',
  scene: fiveCases,
}
