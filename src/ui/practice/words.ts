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
    returns: (skill: string, when: string) => `Skill ${skill} returns in the review on ${when}.`,
  },
  tryIt: {
    eyebrow: (id: string) => `Question ${id}, opened as a lab`,
    title: 'Try the options',
    text: 'The world is as the question says. Do what each option says, and read what KMS answers. Undo takes it back.',
    options: 'The options',
    names: 'Keys of the question',
    back: 'Back to the question',
    replaces: (what: string) =>
      `Opening it puts the present world aside (${what}). Passed labs stay passed, and Undo brings you back.`,
    open: 'Open the world of this question',
    stay: 'Back to the question',
  },
} as const
