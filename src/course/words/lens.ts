import type { ClaimId } from './claims.ts'

/** A statement whose wording differs between study material and today's service; both are shown unless one is chosen. */
export interface LensText {
  readonly id: `E-${number}`
  readonly title: string
  /** How study guides and the exam era put it */
  readonly exam: string
  /** What the service does, on the day of the claims */
  readonly today: string
  /** One line that is true in both */
  readonly both: string
  readonly claims: readonly ClaimId[]
  /** Labs that show it, by code */
  readonly labs: readonly string[]
}

export const lensTexts: readonly LensText[] = [
  {
    id: 'E-2',
    title: 'What brings an empty key back',
    exam: 'The key is unusable until exactly the same material is imported again.',
    today:
      'That holds for every material that belongs to the key for good. New material can be added for a rotation; it never stands in for a lost one.',
    both: 'Same bytes bring it back. New bytes start a new chapter.',
    claims: ['same-bytes-only'],
    labs: ['D0', 'L4.1', 'L4.2'],
  },
  {
    id: 'E-7',
    title: 'Who answers for availability',
    exam: 'Availability of imported material is managed by the customer, who imports it again.',
    today:
      'AWS answers for the availability of the service, with the same service level for both origins. The durability of imported bytes is yours.',
    both: 'Two questions: does it answer now, and is it still there later?',
    claims: ['imported-durability', 'generated-durability'],
    labs: ['L2.2', 'L4.2'],
  },
  {
    id: 'E-11',
    title: 'Expiration date',
    exam: 'An expiration date is optional for imported material.',
    today:
      'It is optional, but the API assumes expiry unless you say otherwise. One import lasts at most 365 days.',
    both: 'Say which. Silence means it expires.',
    claims: ['expiry-is-assumed', 'at-most-365-days'],
    labs: ['L2.2', 'L4.2'],
  },
  {
    id: 'E-12',
    title: 'Expiry as a kill switch',
    exam: 'Expiry is a kill switch: data becomes inaccessible after the project ends.',
    today:
      'Anyone who holds the bytes undoes it, and a data key that was decrypted before outlives it. Only deleting the KMS key ends symmetric ciphertext for good.',
    both: 'Expiry stops the key. It does not erase the bytes you keep.',
    claims: ['cached-data-keys', 'deleted-key-is-lost', 'expiry-empties-the-key'],
    labs: ['L4.1'],
  },
  {
    id: 'E-13',
    title: 'The import in arrows',
    exam: 'Two arrows: public key and token to you, encrypted material back.',
    today:
      'Create the key first. The token travels back together with the wrapped material, and both hold for 24 hours.',
    both: 'Ask, wrap, send both.',
    claims: ['new-external-key', 'parameters-24-hours'],
    labs: ['L2.2'],
  },
]
