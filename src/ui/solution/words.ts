import { plural } from '../counted.ts'

/** What the player of a lab's solution says. */
export const words = {
  title: (lab: string) => `The solution of ${lab}`,
  lead: 'It runs in a world of its own, on another seed: ids, dates and names differ from yours. Your own work stays as it is.',
  closed: [
    'The solution of this lab is open when you have passed it, or when you have taken the third hint of a task.',
    'The third hint counts as help: the lab stays good practice, and shows your skill when you pass it again without.',
  ],
  toLab: 'Back to the lab',
  link: 'Watch the whole solution',
  linkNote: 'In a world of its own, on another seed.',
  tasks: 'Tasks',
  act: (n: number, of: number, all: boolean) => `Act ${n} of ${all ? of : `${of} so far`}`,
  task: (n: number) => `Task ${n}`,
  before: 'Act before',
  next: 'Next act',
  first: 'From the start',
  working: 'The solution is at work. Wrapping keys take a moment.',
  failed: 'The solution could not be played to its end.',
  answers: 'Answer in the task',
  drops: 'Bring to the drop zone',
  refused: (code: string) => `Refused: ${code}`,
  kept: (names: readonly string[]) => `Kept as bytes: ${names.join(', ')}`,
  says: 'What came back',
  silent: 'Nothing is printed.',
  became: 'This made true',
  nothing: 'No condition yet. A later act builds on it.',
  record: (n: number) => `record ${n}`,
  keys: 'The keys after it',
  noKeys: 'No keys yet.',
  short: (start: string, length: number) => `${start}… (${plural(length, 'letter')})`,
  end: (acts: number) =>
    `That was all: every condition holds after ${plural(acts, 'act')}. Now do it in your own world.`,
} as const
