import type { ItemType } from '../../course/item-definition.ts'

/** What a learner does in the world of a question of this form, and what stands there to choose from. */
interface Form {
  readonly title: string
  readonly how: string
  readonly offers: string
}

const choice: Form = {
  title: 'Try the options',
  how: 'Do what an option says, and read what KMS answers. Undo takes it back before the next one.',
  offers: 'The options',
}

/** What the board, the review and the way to a lab say. */
export const words = {
  title: 'Practice',
  lead: 'Questions about what the labs show. Each option has its reason, and a question can be asked in many variants.',
  exam: 'Exam block',
  examText: '25 questions in 65 minutes, mixed over the four metrics. No feedback until the end.',
  examOpen: 'Go to the exam',
  examRunning: 'Go on with the exam',
  reviewText: (due: number) =>
    due === 0
      ? 'Nothing is due today.'
      : `${due} ${due === 1 ? 'skill is' : 'skills are'} due today, about five minutes.`,
  reviewOpen: 'Open the review',
  dueNow: (due: number) => `${due} due`,
  filter: 'Filter',
  metric: 'Metric',
  competency: 'Skill',
  type: 'Form',
  difficulty: 'Difficulty',
  any: 'Any',
  due: 'Only what is due',
  wrong: 'Only wrong before',
  clear: 'Clear the filter',
  start: (n: number) => (n === 1 ? 'Start with this question' : `Start with these ${n} questions`),
  none: 'No question fits this filter.',
  list: (n: number, of: number) => (n === of ? `${n} questions` : `${n} of ${of} questions`),
  table: 'Questions of the bank',
  columns: { question: 'Question', form: 'Form', skill: 'Skill', last: 'Last answer' },
  never: 'not yet',
  right: 'right',
  wrongLast: 'wrong',
  loading: 'Opening the questions',
  missing: 'There is no such question.',
  review: {
    title: 'Review',
    lead: (n: number) =>
      `${n} ${n === 1 ? 'question' : 'questions'} from skills that are due. About five minutes.`,
    start: 'Start the review',
    empty: 'Nothing is due today.',
    emptyText:
      'A skill comes back after 1, 3, 8, 21 and 60 days; a wrong answer brings it back the next day. Answer a few questions, and they will wait for you here.',
    next: (when: string) => `The next one is due on ${when}.`,
    practise: 'Practise something',
    done: 'That was the review of today.',
    score: (right: number, of: number) => `${right} of ${of} right.`,
  },
  shows: {
    states: {
      unseen: 'is not seen',
      suspected: 'is seen once',
      active: 'is active',
      cleared: 'is cleared',
    },
    belief: (id: string, state: string) => `Belief ${Number(id.slice(2))} ${state}`,
    next: {
      unseen: '',
      suspected: 'When it shows in another place too, it is active.',
      active: 'Two later right answers clear it, one of them on another day.',
      cleared: '',
    },
    returns: (skill: string, can: string, when: string) =>
      `Skill ${skill} (${can}) returns in the review on ${when}.`,
  },
  tryIt: {
    eyebrow: (id: string) => `Question ${id}, opened as a lab`,
    world: 'The world is as the question says.',
    forms: {
      single: choice,
      multi: choice,
      arch: choice,
      predict: {
        title: 'See what happens',
        how: 'Do what the question speaks of, and see which of these comes true. Undo takes it back.',
        offers: 'The predictions',
      },
      log: {
        title: 'Look behind the log',
        how: 'Open the Trail at the foot of the page and read the records. Then look at the keys as they are now, and try what you think.',
        offers: 'The readings',
      },
      order: {
        title: 'Try your order',
        how: 'Go through the steps in the order you think right, as far as this world allows, and read what KMS answers to each. Undo takes a step back.',
        offers: 'The steps, in no order',
      },
      match: {
        title: 'Try the pairs',
        how: 'Take one entry at a time. Find it in this world or make the call, and see what belongs to it. Undo takes it back.',
        offers: 'The entries',
      },
      hotspot: {
        title: 'Find the place',
        how: 'Do what the question speaks of, and look where it shows in the world. Undo takes it back.',
        offers: 'The places',
      },
    } satisfies Record<ItemType, Form>,
    belongs: 'What may belong to them',
    materials: 'The materials in this world',
    material: (key: string, letter: string) => `${key}, material ${letter}: `,
    gone: 'its bytes are gone',
    back: 'Back to the question',
    replaces: (what: string) =>
      `Opening it puts the present world aside (${what}). Passed labs stay passed, and Undo brings you back.`,
    open: 'Open the world of this question',
  },
} as const
