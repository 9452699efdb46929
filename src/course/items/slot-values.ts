import type { Draw } from '../item-definition.ts'

/** Names that stems use; all of them belong to the story. */
export const drawAlias = (draw: Draw) =>
  draw.oneOf(['alias/trial-records', 'alias/sponsor-b', 'alias/visit-archive', 'alias/site-intake'])

export const drawOrg = (draw: Draw) =>
  draw.oneOf(['Fernhill Trials', 'Marlow Biologics', 'Okapi Health', 'Corvane Labs'])
