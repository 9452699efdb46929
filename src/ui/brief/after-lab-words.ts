import { plural } from '../counted.ts'
import type { KeyState } from '../../kms/key.ts'
import { words as frame } from '../words.ts'

const word = (state: KeyState) => frame.key.states[state]

/** What stands at the end of a lab besides its conditions. */
export const words = {
  changed: {
    title: 'What changed since the start',
    nothing: 'Nothing of the world is other than at the start.',
    newKey: (state: KeyState) => `new, ${word(state)}`,
    goneKey: 'gone',
    state: (from: KeyState, to: KeyState) => `${word(from)}, now ${word(to)}`,
    more: (n: number) => `${plural(n, 'material')} more`,
    gone: (n: number) => `${plural(n, 'material')} gone`,
    other: 'another material is current',
    aliasNew: (key: string) => `new, points to ${key}`,
    aliasMoved: (from: string, to: string) => `pointed to ${from}, now to ${to}`,
    aliasGone: 'gone',
    counted: (what: string, added: number, changed: number, removed: number) =>
      `${what}: ${[
        added > 0 ? `${added} new` : '',
        changed > 0 ? `${changed} changed` : '',
        removed > 0 ? `${removed} removed` : '',
      ]
        .filter((part) => part !== '')
        .join(', ')}`,
    objects: 'Objects',
    files: 'Your files',
    records: (count: number) => plural(count, 'new record'),
    refused: (refused: number) => `${refused} refused`,
    named: (name: string, times: number) => (times === 1 ? name : `${name} ${times} times`),
    unknownKey: 'a key that is gone',
  },
  retrieval: {
    title: 'Three questions from memory',
    titleFew: (n: number) => (n === 1 ? 'A question from memory' : `${n} questions from memory`),
    lead: 'Answer before you look back. What comes back without looking stays longer.',
    older: 'The last one is about something older.',
    meta: (n: number, of: number, skill: string) => `Question ${n} of ${of}. Skill ${skill}.`,
    done: (right: number, of: number) =>
      `${right} of ${of} right. They count for your progress, as every answer does.`,
    progress: 'See your progress',
  },
} as const
