import { plural } from '../counted.ts'
import type { RowKind } from '../../course/gameday/debrief.ts'
import type { ScorePart } from '../../course/gameday/score.ts'
import type { Level } from '../../course/gameday/incident.ts'

/** What the pages of game days and their debrief say. */
export const words = {
  title: 'Game day',
  lead: 'A night on call, made from a number. Something stopped a service of Fernhill’s. You have the trail, the apps, the alarms and your colleagues’ word.',
  rules: [
    'A call costs a virtual minute in the Terminal and two in the forms. A phone call to the custodian costs ten. You may act as every role and move the clock forward.',
    'It is over when every app has worked for ten virtual minutes, every record that can be saved opens, and the cause is gone.',
    'Then come five questions and one record of the trail. The score counts 100 points: 30 service time, 30 data, 20 cause and evidence, 10 safety, 10 cost. Speed counts only while no record is lost.',
    'The same number and level make the same night for everybody, to the byte.',
  ],
  level: 'Level',
  levels: {
    1: {
      name: 'One fault',
      says: 'An alarm exists where imported material ends on a date. Nobody says anything false.',
    },
    2: { name: 'Two faults', says: 'One on each service, and a lead that leads nowhere.' },
    3: {
      name: 'A grave night',
      says: 'Two faults, false leads, sometimes somebody hostile or a loss for good. There are two Regions, and part of the trail is not at hand.',
    },
  } satisfies Record<Level, { name: string; says: string }>,
  seed: 'Number of the night',
  seedHelp: 'From 1 to 999999. Give it to others who should have the same night.',
  another: 'Another number',
  begin: 'Begin the night',
  night: (seed: number, level: number) => `Night ${seed}, level ${level}`,
  replaces: (other: string) =>
    `This takes the place of your work in ${other}. What you passed and answered stays.`,
  checking: 'Checking on the engine that this night can be solved, and not by waiting.',
  choose: 'Choose another night',
  noSuch: 'A night has a number from 1 to 999999 and a level from 1 to 3.',
  failed: 'This night could not be made.',
  elapsed: (minutes: number) => `${plural(minutes, 'virtual minute')} since you came`,
  giveUp: 'End the night here',
  giveUpSays: 'The debrief tells what happened. The tasks stay open, and you can still go on.',
  phone: {
    title: 'Phone',
    lead: (who: string, minutes: number) =>
      `${who}, keeps the bytes of imported keys. A call takes ${minutes} virtual minutes, and the apps go on meanwhile.`,
    ring: 'Ring about',
    ringing: 'On the phone.',
    calls: 'Calls of this night',
    call: (from: string, until: string) => `${from} to ${until} UTC, about`,
    gave: 'On your disk since:',
    ended: (who: string, files: number) =>
      files === 0 ? `${who}, has answered.` : `${who}, has answered. ${plural(files, 'file')} came of it.`,
  },
  debrief: {
    title: 'Debrief',
    night: (seed: number, level: number, when: string) =>
      `Night ${seed}, level ${level}. You came on ${when}.`,
    score: (points: number) => `${points} of 100 points`,
    parts: {
      service: 'Service time',
      data: 'Data',
      cause: 'Cause and evidence',
      safety: 'Safety',
      cost: 'Cost',
    } satisfies Record<ScorePart['id'], string>,
    points: (points: number, of: number) => `${points} of ${of}`,
    first: 'The first moment you could have known',
    hiddenSign: (event: number) => `event ${event}, which was not at hand: the custodian knew of it`,
    before: (span: string) => `${span} before the first failed record.`,
    atOnce: 'The moment of the first failed record: nothing told it before.',
    timeline: 'What happened, and what you did',
    kinds: {
      cause: 'Cause',
      alarm: 'Alarm rang',
      failure: 'First failed call',
      came: 'You came',
      you: 'You',
      rang: 'You rang the custodian about',
      kms: 'KMS itself',
      back: 'Last failed record',
      down: 'Newest failed record: not every app works',
    } satisfies Record<RowKind, string>,
    beliefs: 'Ideas that your answers touched',
    line: 'The best line',
    lineLead: 'The shortest safe repair, played again on an engine of its own. Your world stays as it is.',
    play: 'Play it',
    playing: 'It is being played.',
    played: (acts: number, minutes: number) =>
      `${plural(acts, 'call')}, then the ten minutes of proof. ${minutes} virtual minutes in all.`,
    lineFailed: 'It could not be played here.',
    rewound:
      'You took acts back on this night. It costs no points, and what you took back is not on the timeline.',
    save: 'Save the debrief as JSON',
    print: 'Print it, or save it as PDF',
    next: 'Another night',
  },
} as const
