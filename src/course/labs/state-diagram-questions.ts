import { stateWords } from '../evidence.ts'
import type { Question } from '../lab-definition.ts'

const states = ['Enabled', 'Disabled', 'PendingImport', 'PendingDeletion'] as const
type Shown = (typeof states)[number]

/** One arrow of the diagram with its end left open. */
const arrow = (
  id: string,
  from: string,
  call: string,
  to: Shown,
  why: string,
  misconceptions: Partial<Record<Shown, string>> = {},
): Question => ({
  id: `arrow-${id}`,
  again: true,
  asks: `${from}: ${call}. Where does the arrow end?`,
  options: states.map((shown) => {
    const misconception = misconceptions[shown]
    return {
      id: shown,
      text: stateWords[shown],
      because: shown === to ? why : `${NOT_THERE[shown]} ${why}`,
      ...(shown === to ? { correct: true as const } : {}),
      ...(misconception === undefined ? {} : { misconception }),
    }
  }),
})

const NOT_THERE: Readonly<Record<Shown, string>> = {
  Enabled: 'A key that works has its material, is switched on and has no deletion date.',
  Disabled: 'Disabled is the switch alone: DisableKey sets it, and a cancelled deletion leaves it.',
  PendingImport: 'Pending import means that material is missing.',
  PendingDeletion: 'Pending deletion means that a deletion date is set.',
}

/** Eight arrows from one state to the next */
export const diagram: readonly Question[] = [
  arrow(
    'created',
    'CreateKey',
    'with origin EXTERNAL',
    'PendingImport',
    'A new EXTERNAL key has no material.',
    { Enabled: 'M-28' },
  ),
  arrow(
    'first-import',
    'Pending import',
    'ImportKeyMaterial with the first bytes',
    'Enabled',
    'The first import fills the key and it works at once.',
    { Disabled: 'M-09' },
  ),
  arrow('disable', 'Enabled', 'DisableKey', 'Disabled', 'The switch is off, the material stays.', {
    PendingImport: 'M-09',
  }),
  arrow('enable', 'Disabled', 'EnableKey', 'Enabled', 'The switch is on again; no bytes are needed.', {
    PendingImport: 'M-09',
  }),
  arrow(
    'delete-material',
    'Enabled',
    'DeleteImportedKeyMaterial',
    'PendingImport',
    'The material is gone, the KMS key stays.',
    { PendingDeletion: 'M-08' },
  ),
  arrow(
    'expire',
    'Enabled',
    'ValidTo passes',
    'PendingImport',
    'KMS removes the material on that date, with no call from anyone.',
    { Disabled: 'M-11', PendingDeletion: 'M-11' },
  ),
  arrow(
    'schedule',
    'Enabled',
    'ScheduleKeyDeletion',
    'PendingDeletion',
    'The waiting period starts and all work stops.',
    { Enabled: 'M-10' },
  ),
  arrow(
    'cancel',
    'Pending deletion',
    'CancelKeyDeletion',
    'Disabled',
    'A key with its material comes back switched off; EnableKey is the second call.',
    { Enabled: 'M-10' },
  ),
]
