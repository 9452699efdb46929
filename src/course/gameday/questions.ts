import type { Option, Question } from '../lab-definition.ts'
import { faultOf, faults } from './faults/index.ts'
import type { Doer, Fault, Plan } from './incident.ts'
import { drawOf, rootOf } from './plan.ts'
import { services } from './services.ts'

/**
 * Families of which one's measure would have helped on the other's night too: the metric counts to the end of an older
 * material as well, and a role that can take nothing away stops a thief and a script alike.
 */
const HELP_ALIKE: readonly (readonly [string, string])[] = [
  ['expiry', 'expiry-of-old'],
  ['hostile', 'deletion-of-material'],
  ['hostile', 'deletion-of-key'],
]
const alike = (one: string, other: string) =>
  one === other || HELP_ALIKE.some((pair) => pair.includes(one) && pair.includes(other))

/** A copy that is tested each year is found sooner, whoever or whatever emptied the key. */
const helpsToo = ({ family, lost }: Fault, planned: readonly string[]) =>
  planned.some((each) => alike(each, family) || (lost === true && alike(each, 'expiry')))

/** Five questions about the root of an incident, each tied to what is on record. */
export function questionsOf(plan: Plan): readonly Question[] {
  const fault = faultOf(rootOf(plan).fault)
  const service = services[rootOf(plan).service]
  const draw = drawOf(plan.seed, plan.level, 1)
  const shuffled = <T>(values: readonly T[]): T[] => {
    const left = [...values]
    const out: T[] = []
    while (left.length > 0) out.push(left.splice(draw.whole(0, left.length - 1), 1)[0] as T)
    return out
  }
  /** Other causes, one of a family, so that no second cause is right, nor a second measure */
  const planned = plan.faults.map((each) => faultOf(each.fault).family)
  const others: Fault[] = []
  for (const other of shuffled(faults))
    if (
      others.length < 3 &&
      !helpsToo(other, planned) &&
      !others.some(({ family, prevents }) => family === other.family || prevents === other.prevents)
    )
      others.push(other)

  return [
    {
      id: 'cause',
      again: true,
      asks: `Why did the service around \`${service.bucket}\` stop?`,
      options: shuffled([
        { id: fault.id, text: fault.cause, because: fault.because, correct: true as const },
        ...others.map(({ id, cause, misconception }) => ({
          id,
          text: cause,
          misconception,
          because: 'The trail of this night holds no record that shows it for this key.',
        })),
      ]),
    },
    { id: 'who', again: true, asks: 'Who brought that about?', options: whoOptions(fault.who) },
    {
      id: 'verdict',
      again: true,
      asks: `What becomes of the old records in \`${service.bucket}\`?`,
      options: verdictOptions(fault.lost === true),
    },
    {
      id: 'first-sign',
      again: true,
      asks: 'When could somebody have known of it first?',
      options: signOptions(fault),
    },
    {
      id: 'prevention',
      again: true,
      asks: 'Which measure would have prevented this night, or made it shorter?',
      options: shuffled([
        { id: fault.id, text: fault.prevents, because: fault.preventsBecause, correct: true as const },
        ...others.map(({ id, prevents }) => ({
          id,
          text: prevents,
          because: 'A sound measure for another night. It would have changed nothing in this one.',
        })),
      ]),
    },
  ]
}

const WHO: Readonly<Record<Doer, readonly [text: string, right: string, wrong: string]>> = {
  kms: [
    'KMS itself, on a date',
    'The record is a service event: it names no caller.',
    'A service event without a caller would stand in the trail for this key. The record here has a caller, or there is none.',
  ],
  admin: [
    'a person in the role KeyAdmin',
    'The record of the change names that role as its caller.',
    'No record shows a change by KeyAdmin that stopped this service.',
  ],
  custodian: [
    'a person in the role KeyCustodian',
    'The record of the change names that role as its caller.',
    'No record shows a change by the custodian’s role that stopped this service.',
  ],
  app: [
    'a session of AppRole',
    'The record names AppRole and the name of its session.',
    'No record shows a change by AppRole that stopped this service.',
  ],
  nobody: [
    'nobody: something was never done',
    'No record shows a change. What is missing is a record of an import.',
    'Something was done, and a record of it is in the trail.',
  ],
}

function whoOptions(right: Doer): Option[] {
  return (Object.keys(WHO) as Doer[]).map((id) => {
    const [text, because, wrong] = WHO[id]
    return id === right ? { id, text, because, correct: true } : { id, text, because: wrong }
  })
}

function verdictOptions(lost: boolean): Option[] {
  return [
    {
      id: 'open',
      text: 'They open again: nothing is lost',
      ...(lost
        ? { because: 'Without the same bytes the key stays empty, and no safe holds them.' }
        : { correct: true, because: 'The key and its material are whole again, so every record opens.' }),
    },
    {
      id: 'lost',
      text: 'They are lost: no copy of the bytes is left',
      ...(lost
        ? {
            correct: true,
            because:
              'AWS has no copy of imported material that was deleted. The record of the loss is what is left.',
          }
        : { misconception: 'M-12', because: 'A stopped key is no loss. What it needs is still there.' }),
    },
    {
      id: 'support',
      text: 'AWS Support restores them',
      misconception: 'M-26',
      because: 'Nobody at AWS can bring back imported bytes or open records without the key.',
    },
    {
      id: 'new-material',
      text: 'They open once new bytes are imported',
      misconception: 'M-07',
      because:
        'Other bytes open nothing that the old ones closed. KMS refuses them, or lets them wait as new material.',
    },
  ]
}

const SIGNS = {
  import: 'On the day of the import: the date stands in its record',
  replication: 'On the day of the replication: the replica waited from its first minute',
  days: 'Days before: a record of it has been in the trail since',
  change: 'At the change, shortly before the first failed call',
  failure: 'At the first failed call, not before',
} as const

type Sign = keyof typeof SIGNS

/** S3 keeps no record of objects that are written, so a change of settings shows only in what fails. */
const SIGN_OF_FAMILY: Readonly<Record<string, Sign>> = {
  expiry: 'import',
  'expiry-of-old': 'import',
  replica: 'replication',
  'deletion-of-key': 'days',
  context: 'failure',
}

export const signOf = ({ family }: Pick<Fault, 'family'>): Sign => SIGN_OF_FAMILY[family] ?? 'change'

function signOptions(fault: Fault): Option[] {
  const right = signOf(fault)
  const because: Readonly<Record<Sign, string>> = {
    import: 'ValidTo is in the record of ImportKeyMaterial. From then on the end had a date.',
    replication: 'DescribeKey in the second Region would have shown PendingImport on that day.',
    days: 'ScheduleKeyDeletion stands in the trail since then, with its caller.',
    change: 'The record of the change stands minutes before the first failure.',
    failure: 'The trail has management events only: it says nothing of an object with settings.',
  }
  return (Object.keys(SIGNS) as Sign[])
    .filter((id) => id === right || id !== 'days' || right === 'change')
    .map((id) =>
      id === right
        ? { id, text: SIGNS[id], because: because[id], correct: true }
        : {
            id,
            text: SIGNS[id],
            because: 'Look where the record of the cause stands, and what came before it.',
          },
    )
}
