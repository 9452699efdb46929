import type { DemoCode } from '../demos/titles.ts'
import type { ChoiceItem } from '../item-definition.ts'
import type { SourceId } from '../words/sources.ts'
import { pq01 } from './pq01.ts'
import { pq02 } from './pq02.ts'
import { pq03 } from './pq03.ts'
import { pq04 } from './pq04.ts'
import { pq05 } from './pq05.ts'
import { pq06 } from './pq06.ts'
import { pq07 } from './pq07.ts'
import { pq08 } from './pq08.ts'

/** Where a learner reads what they lack. */
export type Reading =
  | { readonly kind: 'lesson'; readonly module: 1 | 2 | 3 | 4; readonly id: string }
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'demo'; readonly code: DemoCode }
  | { readonly kind: 'page'; readonly source: SourceId }

/** Something that the course does not teach and builds on. */
export interface Prerequisite {
  readonly id: string
  readonly title: string
  /** What one who has it can say; goes on after "You can" */
  readonly can: string
  /** They belong to no bank: an answer to one of them counts nowhere */
  readonly items: readonly ChoiceItem[]
  readonly read: readonly Reading[]
}

export const prerequisites: readonly Prerequisite[] = [
  {
    id: 'data-keys',
    title: 'Symmetric encryption and data keys',
    can: 'say which key opens data again, and why data has a key of its own',
    items: [pq01, pq02],
    read: [
      { kind: 'term', term: 'data key' },
      { kind: 'term', term: 'envelope encryption' },
      { kind: 'lesson', module: 1, id: 'nobody-can-take-it-out' },
      { kind: 'page', source: 'generateDataKey' },
    ],
  },
  {
    id: 'public-keys',
    title: 'Public and private keys',
    can: 'say which half closes, which half opens, and which half may travel',
    items: [pq03, pq04],
    read: [
      { kind: 'demo', code: 'D2' },
      { kind: 'term', term: 'wrapping key' },
      { kind: 'page', source: 'importingConcepts' },
    ],
  },
  {
    id: 'kms-keys',
    title: 'KMS keys and their records',
    can: 'tell a KMS key from its bytes, and find who called it',
    items: [pq05, pq06],
    read: [
      { kind: 'lesson', module: 1, id: 'key-and-material' },
      { kind: 'term', term: 'KMS key' },
      { kind: 'term', term: 'audit event' },
      { kind: 'page', source: 'cloudtrail' },
    ],
  },
  {
    id: 'key-administrator',
    title: 'Policies and the key administrator',
    can: 'say what lets somebody use a key, and what its administrator can and cannot do',
    items: [pq07, pq08],
    read: [
      { kind: 'term', term: 'key policy' },
      { kind: 'term', term: 'key administrator' },
      { kind: 'page', source: 'policies' },
    ],
  },
]

export const prerequisiteItems: readonly ChoiceItem[] = prerequisites.flatMap(({ items }) => items)
