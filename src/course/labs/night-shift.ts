import { incidentLab, NIGHT_SHIFT } from '../gameday/game-days.ts'

/** C4: an incident of the second level, another one for each seed. */
export const nightShift = incidentLab(2, {
  id: NIGHT_SHIFT,
  code: 'C4',
  title: 'Night shift',
  outcome: 'You can find out at night why a service stopped, and bring it back with the least loss.',
  objectives: ['O4.1', 'O4.2', 'O4.3'],
  competencies: ['AVL-1', 'AVL-2', 'AVL-3', 'AVL-4', 'AVL-5', 'AVL-7', 'ROT-4'],
})
