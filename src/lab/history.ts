import type { LabDefinition } from '../course/lab-definition.ts'
import { isChallenge } from '../course/mastery/lab-channel.ts'
import type { Change, Put, Tables } from '../kms/tables.ts'
import type { Action, Entry, Step } from './journal.ts'
import { ANSWERED, ANSWERS, EXAMS, PARTS, PASSES, PROGRESS, type ProgressRow } from './rows.ts'

/** How many actions can be taken back. */
export const UNDO_DEPTH = 200

/**
 * Answers and hints are not taken back: a prediction stays locked, help that was given was given.
 * Nor is a change of role or Region, which is a way of looking, or the history of lines, as in every shell: undo goes
 * on to what was done.
 */
const LASTING: ReadonlySet<Action['kind']> = new Set([
  'answer',
  'answer-item',
  'exam',
  'part',
  'hint',
  'begin',
  'act-as',
  'typed',
])

/** Rows that are only ever added; a step that wrote one has no business with them later. */
const GROWING: ReadonlySet<string> = new Set([ANSWERED, EXAMS, PARTS, PASSES])

/**
 * What can be undone and redone. It is rebuilt from the journal by the same function that follows it live,
 * so that undo after a reload is the undo of before.
 */
export class History {
  #undo: Step[]
  #redo: Step[]

  constructor(undo: readonly Step[] = [], redo: readonly Step[] = []) {
    this.#undo = [...undo]
    this.#redo = [...redo]
  }

  get undoable(): readonly Step[] {
    return this.#undo
  }

  get redoable(): readonly Step[] {
    return this.#redo
  }

  /** @param inverse the change that takes the entry's change back */
  follow(entry: Entry, inverse: Change): void {
    const { action } = entry
    if (LASTING.has(action.kind)) return
    if (action.kind === 'undo') {
      this.#undo = this.#undo.filter(({ seq }) => seq !== action.of)
      this.#redo.push({ seq: action.of, change: inverse })
    } else if (action.kind === 'redo') {
      this.#redo = this.#redo.filter(({ seq }) => seq !== action.of)
      this.#undo.push({ seq: action.of, change: inverse })
    } else {
      this.#redo = []
      this.#undo.push({ seq: entry.seq, change: inverse })
    }
    if (this.#undo.length > UNDO_DEPTH) this.#undo = this.#undo.slice(-UNDO_DEPTH)
  }
}

/**
 * A step back (or forward again) without what undo may not take: answers, hints that were taken,
 * and a lab that is passed.
 */
export function keepingEarned(change: Change, tables: Tables): Change {
  return change.flatMap((put): Put[] => {
    const [table, key, row] = put
    if (GROWING.has(table)) return []
    if (table === ANSWERS) return row === null ? [] : [put]
    if (table !== PROGRESS) return [put]
    const now = tables.get<ProgressRow>(PROGRESS, key)
    const then = row as ProgressRow | null
    if (!now || !then || now.startedAt !== then.startedAt || now.seed !== then.seed) return [put]
    return now.passed
      ? []
      : [[table, key, { ...then, hints: now.hints, ...(now.rewound ? { rewound: true } : {}) }]]
  })
}

/** An attempt at a challenge says for good that its learner took something back. It costs nothing. */
export function markRewound(
  lab: LabDefinition | undefined,
  before: ProgressRow | undefined,
  tables: Tables,
): Change {
  const now = lab && tables.get<ProgressRow>(PROGRESS, lab.id)
  if (!now || !isChallenge(lab) || now.passed || now.rewound || now.startedAt !== before?.startedAt) return []
  return [[PROGRESS, lab.id, { ...now, rewound: true }]]
}
