/** Every sentence the frame says to the learner. AWS names stay as AWS writes them. */
export const words = {
  pane: {
    broke: (name: string) => `${name} stopped working.`,
    others: 'The other parts of the page still work, and nothing you did is lost.',
    retry: 'Show it again',
    brief: 'Brief',
    bench: 'Bench',
    world: 'World',
    trail: 'Trail',
  },
} as const
