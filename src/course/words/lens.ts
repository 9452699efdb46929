import type { ClaimId } from './claims.ts'

/** The numbers of the differences, in their order. */
export type LensId = `E-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13}`

/** A statement whose wording differs between study material and today's service; both are shown unless one is chosen. */
export interface LensText {
  readonly id: LensId
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
    id: 'E-1',
    title: 'Rotation of imported material',
    exam: 'Imported material cannot use the automatic rotation of AWS with its cycle of 365 days.',
    today:
      'Still true: automatic rotation is for generated material, off until you enable it, every 90 to 2,560 days. Imported symmetric keys rotate on demand since June 2025.',
    both: 'Automatic: no. On demand: yes, with material you bring.',
    claims: ['no-automatic-on-imported', 'rotation-period', 'rotate-imported', 'on-demand-since'],
    labs: ['L3.1', 'L3.2'],
  },
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
    id: 'E-3',
    title: 'FIPS Level 3',
    exam: 'FIPS 140-2 Level 3 is reached through a custom key store.',
    today:
      'The HSMs of KMS themselves are at Level 3: FIPS 140-2 since May 2023, FIPS 140-3 now. A custom key store is chosen for HSMs of your own, or for keys outside AWS.',
    both: 'Level 3 alone no longer decides.',
    claims: [
      'fips-now',
      'fips-then',
      'fips-140-2-is-over',
      'store-takes-no-import',
      'cloudhsm-store',
      'external-store',
    ],
    labs: ['L3.4'],
  },
  {
    id: 'E-4',
    title: 'What the key is called',
    exam: 'The key is called customer master key.',
    today: 'It is called KMS key. The former name lives on in some parameters, errors and events.',
    both: 'Two names, one thing: the managed object, not its bytes.',
    claims: ['once-customer-master-key', 'former-name-lives-on'],
    labs: [],
  },
  {
    id: 'E-5',
    title: 'The same material in several clouds',
    exam: 'The same key material in several clouds lets all of them decrypt the same data.',
    today:
      'Not for symmetric KMS ciphertext: its format is not published and it is bound to one KMS key. It works for imported asymmetric and HMAC keys, within one set of multi-Region keys, and with a library of your own.',
    both: 'Same bytes, other key: closed. Pairs and HMAC keys travel, symmetric ciphertext does not.',
    claims: ['no-reading-outside', 'other-key-other-id', 'pairs-work-elsewhere', 'related-keys-share'],
    labs: ['L3.4'],
  },
  {
    id: 'E-6',
    title: 'Who rotates what',
    exam: 'Generated material rotates automatically every 365 days; imported material is rotated by hand.',
    today:
      'Generated symmetric material can rotate automatically, and on demand. Imported symmetric material rotates on demand. By hand, with a new key and an alias, works for every customer managed key.',
    both: 'Generated: on a plan, if you enable it. Imported: when you bring new bytes.',
    claims: ['rotation-is-opt-in', 'rotation-period', 'rotate-imported', 'manual-remains'],
    labs: ['L1.3', 'L3.1', 'L3.2'],
  },
  {
    id: 'E-7',
    title: 'Who answers for availability',
    exam: 'Availability of imported material is managed by the customer, who imports it again.',
    today:
      'AWS answers for the availability of the service, with the same service level for both origins. The durability of imported bytes is yours.',
    both: 'Two questions: does it answer now, and is it still there later?',
    claims: ['service-level-of-stores', 'imported-durability', 'generated-durability'],
    labs: ['L2.2', 'L4.2'],
  },
  {
    id: 'E-8',
    title: 'Who can see the material',
    exam: 'Generated material is never visible to anyone; imported material is visible to the customer before import.',
    today:
      'Correct. Plaintext material stays within the HSM boundary. After an import your own copy stays visible to you, and the copy in KMS to nobody.',
    both: 'KMS shows material to nobody. What you brought, you have seen.',
    claims: ['generated-in-the-hsm', 'no-export'],
    labs: ['L1.1', 'L1.2'],
  },
  {
    id: 'E-9',
    title: 'AWS managed is not AWS-generated',
    exam: 'Choose between AWS managed and imported material.',
    today:
      'Two questions: who manages the key (AWS or you), and where its material comes from (KMS or you). Imported material exists in customer managed keys alone.',
    both: 'Managed says who. Origin says where.',
    claims: ['managed-is-who', 'origin-is-fixed'],
    labs: ['L1.1'],
  },
  {
    id: 'E-10',
    title: 'Eleven nines',
    exam: 'KMS keeps keys with a durability of 99.999999999 %.',
    today:
      'AWS gives that figure still, for material that KMS generated. It does not cover imported material.',
    both: 'Eleven nines: generated. Imported: your safe.',
    claims: ['generated-durability', 'imported-durability'],
    labs: ['L1.2', 'L4.2', 'L4.3'],
  },
  {
    id: 'E-11',
    title: 'Expiration date',
    exam: 'An expiration date is optional for imported material.',
    today:
      'It is optional, but the API assumes expiry unless you say otherwise. A date lies at most 365 days after the import.',
    both: 'Say which. Silence means expiry, and asks for a date.',
    claims: ['expiry-is-assumed', 'at-most-365-days'],
    labs: ['L2.2', 'L4.2'],
  },
  {
    id: 'E-12',
    title: 'Expiry as a kill switch',
    exam: 'Expiry is a kill switch: data becomes inaccessible after the project ends.',
    today:
      'An import of the same bytes undoes it, and a data key that was decrypted before outlives it. Deleting the KMS key ends its symmetric ciphertext for good, copies of the bytes or not.',
    both: 'Expiry stops the key. It does not erase the bytes you keep.',
    claims: ['expiry-empties-the-key', 'same-bytes-only', 'cached-data-keys', 'deleted-key-is-lost'],
    labs: ['L3.3', 'L4.1'],
  },
  {
    id: 'E-13',
    title: 'The import in arrows',
    exam: 'Two arrows: public key and token to you, encrypted material back.',
    today:
      'Create the key first. The token travels back together with the wrapped material. Public key and token hold for 24 hours.',
    both: 'Ask, wrap, send both.',
    claims: ['new-external-key', 'parameters-24-hours'],
    labs: ['L2.2'],
  },
]
