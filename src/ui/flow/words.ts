import type { Place } from '../../course/flow/flow-definition.ts'
import type { Inspected } from './inspected.ts'

interface PlaceWords {
  readonly name: string
  /** In a narrow lane */
  readonly short: readonly string[]
  readonly note?: string
}

export const words = {
  title: 'Import flow',
  lead: 'Real bytes from a scratch key in this page',
  views: { diagram: 'Diagram', list: 'List', holds: 'Who holds what', compare: 'Two runs' },
  viewOf: 'View',
  beats: 'Beats of the import',
  stage: 'Stage: who sends what to whom',
  places: {
    hsm: { name: 'Your HSM', short: ['Your', 'HSM'], note: 'your generator' },
    disk: { name: 'Workstation', short: ['Work-', 'station'], note: 'Amara, on premises' },
    wire: { name: 'Wire', short: ['Wire'], note: 'public: Eve reads, Mallory meddles' },
    api: { name: 'KMS API', short: ['KMS', 'API'] },
    'kms-hsm': { name: 'KMS HSM', short: ['KMS', 'HSM'], note: 'FIPS 140-3 Level 3' },
    key: { name: 'KMS key', short: ['KMS', 'key'], note: 'a slot for material' },
    log: { name: 'Log', short: ['Log'], note: 'CloudTrail' },
  } satisfies Record<Place, PlaceWords> as Readonly<Record<Place, PlaceWords>>,
  open: {
    request: 'Open the request',
    'public-key': 'Open the public key',
    token: 'Open the token',
    material: 'Open the material',
    wrapped: 'Open the box, byte by byte',
    gates: 'Open the three answers',
    log: 'Open the audit record',
  } satisfies Record<Inspected, string>,
  close: 'Close',
  step: 'Step',
  back: 'Back',
  play: 'Play',
  pause: 'Pause',
  speed: 'Speed',
  stills: 'Stills',
  export: 'Save as SVG',
  picture: 'Save as PNG',
  link: 'Copy link',
  linked: 'The link to this beat is copied.',
  noLink: 'This browser did not allow it. The address of this page is the link.',
  renew: 'New key, new bytes',
  saved: 'The picture is saved.',
  opening: 'The engine starts.',
  working: 'KMS works on it.',
  broke: 'The diagram stopped',
  values: 'Values of this beat',
  eve: 'What does Eve know now?',
  holdsSecret: 'Who holds the secret in the clear?',
  met: 'Errors you have met here',
  result: 'Result',
  emptyMessage: 'The service sends no message with this error. The sentence above is ours.',
  sources: 'Sources',
  checked: (day: string) => `read ${day}`,
  faultFrom: (beat: number) => `Fault from beat ${beat}:`,
  remove: 'Remove it',
  count: (beat: number, all: number) => `${beat} of ${all}`,
  beatOf: (beat: number, all: number) => `Beat ${beat} of ${all}`,
  goTo: (beat: number, title: string) => `Go to beat ${beat}, ${title}`,
  table: { place: 'Place', secret: 'Holds the secret?', others: 'Holds what needs no hiding' },
  yes: 'yes',
  no: 'no',
  where: 'Where',
  moved: 'What moved',
  outcome: 'Result',
  notYet: 'not played yet',
  keys: 'Arrow keys go from beat to beat.',
} as const
