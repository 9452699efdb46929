/** The four modules of the curriculum. */
export const moduleTitles = {
  1: 'AWS-generated material',
  2: 'Imported material',
  3: 'Architectural comparison',
  4: 'Lifecycle',
} as const
