import type { LabDefinition } from '../lab-definition.ts'
import type { LabPass } from './learner-record.ts'

/** What a pass shows: of a lab whose seed draws its case, no more than that case asked for. */
export const practisedIn = (lab: LabDefinition, { seed }: Pick<LabPass, 'seed'>): readonly string[] =>
  seed === undefined || !lab.practises ? lab.competencies : lab.practises(seed)
