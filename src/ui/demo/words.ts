import { asksCertainty, certaintyWords } from '../certainty-words.ts'

/** What the page of a demonstration says around the course's own text. */
export const words = {
  kind: (code: string) => `Demonstration ${code}`,
  opening: 'The engine opens.',
  broken: 'The demonstration could not go on.',
  again: 'Start it again',
  bets: {
    title: 'Bet',
    count: (n: number, of: number) => `Bet ${n} of ${of}`,
    sure: asksCertainty,
    certainty: certaintyWords,
    lock: 'Lock my bet',
    locked: 'Locked.',
    kept: 'Your bets of before are kept.',
    again: 'Bet again',
    right: 'Right.',
    wrong: 'Not so.',
    cameTrue: 'What came true',
  },
  acts: {
    title: 'Press',
    cards: 'Deliver',
    wait: 'Lock your bets first. Then the engine answers.',
    left: (n: number) => (n === 1 ? '1 left' : `${n} left`),
  },
  puzzle: {
    order: 'The cards, in your order',
    hint: 'Move a card with its two buttons, or drag it.',
    up: (text: string) => `Move up: ${text}`,
    down: (text: string) => `Move down: ${text}`,
    moved: (text: string, place: number) => `${text}: now at place ${place}`,
    deliver: 'Deliver',
    again: 'Deliver again',
    stopped: (place: number) => `Stopped at card ${place}.`,
    arrived: 'The bytes have arrived. The key is Enabled.',
    eve: 'Eve holds now',
    eveNone: 'Nothing has crossed the line yet.',
  },
  after: 'What it means',
  bench: 'What the engine answers',
  noKey: 'not there yet',
  empty: 'Nothing has been asked yet.',
  next: 'Back to the module',
  refused: (code: string) => `An error occurred (${code})`,
} as const

export type Certainty = keyof typeof words.bets.certainty
