import { levelOfGameDay } from '../../course/gameday/lab-seed.ts'

/** Where a lab is done: game days have a page of their own. */
export const labAddress = (labId: string): string =>
  levelOfGameDay(labId) === undefined ? `/lab/${labId}` : '/gameday'
