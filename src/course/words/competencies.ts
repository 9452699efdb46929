import type { Metric } from '../lab-definition.ts'

export interface Competency {
  /** The learner can … */
  readonly can: string
  readonly metric: Metric
  /** Has its own floor in scoring */
  readonly critical?: true
}

const rotation = (can: string): Competency => ({ can, metric: 'rotation-methods' })
const workflow = (can: string): Competency => ({ can, metric: 'import-workflow' })
const risks = (can: string): Competency => ({ can, metric: 'availability-risks' })
const choice = (can: string): Competency => ({ can, metric: 'compliance-choice' })
const critical = (competency: Competency): Competency => ({ ...competency, critical: true })

/** The thirty competencies of the course. */
export const competencies = {
  'ROT-1': critical(
    rotation('say which of automatic, on-demand and manual rotation works for each origin, then and now'),
  ),
  'ROT-2': rotation('enable rotation with a period and predict its dates'),
  'ROT-3': critical(rotation('say what rotation changes and what it leaves')),
  'ROT-4': critical(rotation('rotate by hand with a new key and an alias, with old data readable')),
  'ROT-5': rotation('rotate imported material on demand'),
  'ROT-6': rotation('prove a rotation from its records'),
  'ROT-7': rotation('keep rotation, re-encryption and the answer to a leak apart'),
  'IMP-1': critical(workflow('put the steps of an import in order')),
  'IMP-2': critical(workflow('explain wrapping: who holds which half, and what is protected when')),
  'IMP-3': workflow('use the import token: bound to key and public key, for 24 hours'),
  'IMP-4': critical(workflow('make exactly 32 raw bytes and tell text from binary')),
  'IMP-5': workflow('wrap with the right key size, hash and format'),
  'IMP-6': workflow('set expiration model and date'),
  'IMP-7': critical(workflow('go from an exception to its cause and its cure')),
  'IMP-8': workflow('say what an import does not give'),
  'AVL-1': critical(
    risks('predict state and error after disable, deletion of material, expiry and scheduled deletion'),
  ),
  'AVL-2': critical(risks('recover a key by importing the same bytes, and verify it')),
  'AVL-3': critical(risks('recognise permanent loss and refuse false rescues')),
  'AVL-4': risks('plan custody: copies, check of integrity, test of recovery'),
  'AVL-5': risks('choose an expiry, be warned before it, extend it in time'),
  'AVL-6': risks('describe a kill switch over envelope encryption, and its limits'),
  'AVL-7': critical(risks('find who or what removed material, and when')),
  'AVL-8': risks('handle imported material in several Regions'),
  'CMP-1': critical(choice('defend generated material as the default')),
  'CMP-2': critical(choice('map a demand to an origin')),
  'CMP-3': choice('state the FIPS facts, then and now'),
  'CMP-4': critical(
    choice('choose between import, CloudHSM store and external store by control, duty and risk'),
  ),
  'CMP-5': choice('use the table of features by key type and origin'),
  'CMP-6': choice('refuse a demand that is met more easily, and write the decision down'),
  'CMP-7': choice('give an auditor evidence'),
} as const satisfies Record<string, Competency>

export type CompetencyId = keyof typeof competencies

export const isCompetency = (id: string): id is CompetencyId => Object.hasOwn(competencies, id)
