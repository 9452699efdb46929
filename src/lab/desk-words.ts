import type { TrailGap } from '../cloud/trail-gap.ts'
import type { Due } from '../kms/settle.ts'
import type { Instant } from '../world/clock.ts'

const count = (n: number) => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')

const minute = (at: Instant) => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
const between = ({ from, until }: TrailGap) =>
  `Not at hand: records from ${minute(from)} to ${minute(until)} UTC. A device of this exercise, nothing that CloudTrail does.`

/** What the `lab` command says in the terminal. */
export const says = {
  help: `lab clock                 the time, and what comes next
lab clock +24h            let time pass: s, m, h, d, also +1d12h
lab clock 2026-02-11T09:00Z
lab check                 how the open task stands
lab hint                  the next hint for it; hints are counted
lab log                   the newest 20 records of the trail
lab log 13                one record as JSON
lab log --event Decrypt --key alias/intake --errors --last 50
lab as                    whom you act as, and where
lab as Auditor eu-west-1
lab ring                  whom you can ring up on a game day, and about what
lab ring trial-records    a phone call: it takes its time
lab region-failure        a teaching model: the Region fails and comes back
lab undo, lab redo
lab save                  the whole workspace as a file for your computer
lab reset --yes           start over`,
  unknown: (name: string) => `lab: there is no ${name} here. Try: lab help`,
  time: (at: Instant) => new Date(at).toISOString().replace('.000Z', 'Z'),
  now: (time: string) => `It is ${time}.`,
  next: (line: string) => `Next: ${line}`,
  nothingDue: 'Nothing is due within two years.',
  moreEvents: (n: number) => `and ${count(n)} more`,
  due: {
    'material-expires': (time: string, key: string) => `${time}  material of ${key} expires`,
    'automatic-rotation': (time: string, key: string) => `${time}  ${key} rotates by itself`,
    'on-demand-rotation-ends': (time: string, key: string) => `${time}  the rotation of ${key} is complete`,
    'key-is-deleted': (time: string, key: string) => `${time}  ${key} is deleted`,
    'transition-ends': (time: string, key: string) => `${time}  ${key} is ready`,
  } satisfies Record<Due['kind'], (time: string, key: string) => string>,
  clockUsage: 'say how far, as in +24h, +7d or +1d12h, or until when, as in 2026-02-11T09:00Z.',
  noWayBack: 'time moves forward only. To take the last action back: lab undo',
  tooFar: 'that is more than ten years away. Go there in smaller steps.',
  noLab: 'no lab is open here. In the sandbox there are no tasks.',
  allDone: 'Every task of this lab is done.',
  hint: (level: number, title: string, text: string) => `Hint ${level} of 3 for “${title}”\n${text}`,
  task: (number: number, of: number, title: string) => `Task ${number} of ${of}: ${title}`,
  met: (sentence: string, event: number | undefined) =>
    `[x] ${sentence}${event !== undefined && event > 0 ? ` (event ${event})` : ''}`,
  open: (sentence: string) => `[ ] ${sentence}`,
  details: (now: string | undefined, lookAt: string | undefined) => [
    ...(now === undefined ? [] : [`    Now:     ${now}`]),
    ...(lookAt === undefined ? [] : [`    Look at: ${lookAt}`]),
  ],
  acting: (as: string, region: string, at: Instant) =>
    `You act as ${as} in ${region}. It is ${new Date(at).toISOString().replace('.000Z', 'Z')}.`,
  asUsage: 'name a role and, if you like, a Region: lab as Auditor eu-west-1',
  regionUsage: 'name one Region, or none for the one in which you act: lab region-failure eu-west-1',
  regionFailed: (region: string, keys: readonly string[]) =>
    [
      `Teaching model: ${region} failed as a whole and came back. No operation of KMS does this, and the trail is silent.`,
      'Keys that KMS generated are as before.',
      ...(keys.length === 0
        ? ['No key here had imported material.']
        : [`Key and metadata are back, the imported material is not: ${keys.join(', ')}.`]),
      'To take it back: lab undo',
    ].join('\n'),
  phone: (who: string, minutes: number, about: readonly string[]) =>
    `${who}. A call takes ${minutes} virtual minutes.\n${about.map((each) => `lab ring ${each}`).join('\n')}`,
  rang: (who: string, until: string, said: readonly string[], gave: readonly string[]) =>
    [
      `${who}, until ${until}`,
      ...said,
      // A line sees the files that were there when it began.
      ...(gave.length > 0 ? [`For your next line: ${gave.join(', ')}`] : []),
    ].join('\n'),
  nothingTo: { undo: 'there is nothing to take back.', redo: 'there is nothing to do again.' },
  done: { undo: 'The last action is taken back.', redo: 'It is done again.' },
  sure: 'this starts over, and the keys and files of now are gone. If you mean it: lab reset --yes',
  labAgain: 'The lab starts over.',
  emptyAgain: 'The account is empty again.',
  saved: (bytes: number) =>
    `The workspace, ${count(bytes)} bytes, goes to the downloads of your browser as kms-key-material-lab.kmslab.`,
  logUsage: 'lab log takes a number, or --event NAME, --key KEY, --errors and --last N.',
  noRecords: 'No record fits.',
  notAtHand: (number: string, gap: TrailGap) => `record ${number} is not at hand. ${between(gap)}`,
  gap: (gap: TrailGap) => `(${between(gap)})`,
  noRecord: (number: string, length: number) =>
    `there is no record ${number}; the trail has ${count(length)}.`,
} as const
