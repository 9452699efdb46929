import type { Lens } from './use-lens.ts'

export const words = {
  label: 'Show what',
  lenses: {
    both: 'Both',
    exam: 'Study material says',
    today: 'AWS does today',
  } satisfies Record<Lens, string>,
  short: { exam: 'Study material', today: 'Today' },
} as const
