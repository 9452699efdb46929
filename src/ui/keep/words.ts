import { plural } from '../counted.ts'

/** What is said around files of a learner's work. */
export const words = {
  replace: {
    title: 'Replace what you did here?',
    text: (answers: number, labs: number) =>
      `Here are ${plural(answers, 'answer')} and ${plural(labs, 'passed lab')}. They go, with the account and its files, and the file takes their place. Save to a file first if you want to keep them.`,
    action: 'Load the file',
    keep: 'Keep what is here',
  },
} as const
