import type { Lens } from './use-lens.ts'

export const words = {
  label: 'Answer as',
  lenses: {
    both: 'Both',
    exam: 'The exam expects',
    today: 'The service does',
  } satisfies Record<Lens, string>,
  short: { exam: 'Exam', today: 'Today' },
} as const
