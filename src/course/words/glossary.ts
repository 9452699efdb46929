export interface Term {
  readonly term: string
  readonly means: string
  /** Former or other names, shown once */
  readonly alsoCalled?: readonly string[]
  /** Names of other things that its meaning explains as well; a search for them leads here */
  readonly alsoExplains?: readonly string[]
}

/** Words that the screens of these labs use, in our own wording. */
export const glossary: readonly Term[] = [
  { term: 'alias', means: 'A name that points to one key and can be pointed elsewhere.' },
  { term: 'audit event', means: 'One record of a call, or of something that KMS did by itself.' },
  {
    term: 'automatic rotation',
    means: 'KMS makes new material on a schedule, for symmetric keys whose material it generated.',
  },
  {
    term: 'AWS managed key',
    means:
      'A key that a service keeps in your account. You cannot steer its rotation. The word says who manages, not where the material comes from.',
  },
  { term: 'base64', means: 'Letters that stand for bytes. They are not the bytes.' },
  { term: 'blast radius', means: 'Everything that stops when one thing stops.' },
  {
    term: 'BYOK',
    means: 'Bring your own key: your own material in a KMS key.',
    alsoCalled: ['bring your own key'],
  },
  { term: 'ciphertext', means: 'Encrypted data, tied to the key that made it.' },
  {
    term: 'CloudHSM key store',
    means: 'A custom key store on a cluster of HSMs in AWS that is yours alone.',
  },
  { term: 'custodian', means: 'The person who answers for the bytes.' },
  { term: 'custody card', means: 'A note on who keeps which bytes where, with their fingerprint.' },
  { term: 'custom key store', means: 'Keys whose work is done in a key manager that you run.' },
  {
    term: 'data key',
    means: 'A key for the data itself, made new for each object and stored only in encrypted form.',
  },
  { term: 'decoy', means: 'A demand that sounds decisive and is not.' },
  { term: 'DER', means: 'The binary form of a key file; PEM is its text form.', alsoExplains: ['PEM'] },
  {
    term: 'durability',
    means:
      'The chance that something stored is still there later. Availability is the chance that it answers now.',
  },
  {
    term: 'encryption context',
    means: 'Public pairs of name and value that have to be the same at decrypt.',
  },
  { term: 'entropy', means: 'The randomness that the bytes were born from.' },
  { term: 'envelope encryption', means: 'Data under a data key, and the data key under a KMS key.' },
  { term: 'expiration model', means: 'Whether imported material ends on a date.' },
  {
    term: 'external key store',
    means: 'A custom key store whose key stays outside AWS, behind your proxy.',
    alsoCalled: ['XKS'],
  },
  { term: 'fingerprint', means: 'A hash by which the right bytes are recognised. Here it is SHA-256.' },
  {
    term: 'FIPS 140-3',
    means:
      'The present standard of the United States for modules that do cryptography, after FIPS 140-2. Level 3 resists tampering.',
    alsoExplains: ['FIPS 140-2'],
  },
  {
    term: 'HSM',
    means: 'Hardware that uses keys without showing them.',
    alsoCalled: ['hardware security module'],
  },
  {
    term: 'import token',
    means:
      'The label, valid for 24 hours, that ties one wrapping key to one KMS key. It is sent back with the wrapped material.',
  },
  {
    term: 'key administrator',
    means:
      'Somebody who manages a key and, as a rule, does not use it. They can change the key policy, and so could give themselves use.',
  },
  { term: 'key material', means: 'The secret bytes that a key works with.', alsoCalled: ['backing key'] },
  { term: 'key material ID', means: 'The name of one material inside a key: 64 hex digits.' },
  {
    term: 'key policy',
    means: 'The policy on the key itself. An IAM policy counts when the key policy lets the account in.',
  },
  {
    term: 'key state',
    means:
      'Where a key stands now, and so which calls work: Enabled, Disabled, Pending import, Pending deletion, Unavailable, and a few more.',
  },
  { term: 'kill switch', means: 'A planned way to make data unreadable.' },
  {
    term: 'KMS key',
    means: 'The managed object: id, policy, state, and a reference to its material.',
    alsoCalled: ['customer master key', 'CMK'],
  },
  { term: 'lens', means: 'The view of the exam era, of today, or of both.' },
  { term: 'manual rotation', means: 'A new key behind the same alias.' },
  { term: 'metric', means: 'A number that a service reports over time, and that an alarm can watch.' },
  { term: 'multi-Region key', means: 'Related keys in several Regions, with one ID and the same material.' },
  {
    term: 'OAEP',
    means: 'The padding that makes wrapping with RSA safe. It uses a hash that both sides have to agree on.',
  },
  { term: 'on-demand rotation', means: 'A rotation that a call starts.' },
  { term: 'origin', means: 'Where the material of a key comes from. It is fixed at creation.' },
  { term: 'Pending import', alsoCalled: ['PendingImport'], means: 'The key waits for material.' },
  { term: 'permanent loss', means: 'The bytes are gone for good, or the KMS key that symmetric data needs.' },
  { term: 'ReEncrypt', means: 'A change of key inside KMS that shows the plaintext to nobody.' },
  { term: 'service event', means: 'A record of something that KMS did by itself. It has no caller.' },
  {
    term: 'transfer list',
    means: 'What came through the drop zone of this page: names and sizes, never content.',
  },
  { term: 'ValidTo', means: 'The date on which imported material expires.' },
  { term: 'virtual clock', means: 'The clock of this simulation. It moves when you move it.' },
  {
    term: 'waiting period',
    means: 'The 7 to 30 days between asking for the deletion of a key and losing it.',
  },
  { term: 'wrapped blob', means: 'The material in its closed box.' },
  { term: 'wrapping key', means: 'The public key that closes the box for an import.' },
]

/** How a term stands in an address: `kms-key`. */
export const slugOf = (term: string): string =>
  term
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

const otherNames = ({ alsoCalled = [], alsoExplains = [] }: Term) => [...alsoCalled, ...alsoExplains]

/** A term by its address, or by a former or other name of it: `cmk` finds the KMS key. */
export function termAt(slug: string): Term | undefined {
  const wanted = slugOf(slug)
  return (
    glossary.find(({ term }) => slugOf(term) === wanted) ??
    glossary.find((term) => otherNames(term).some((name) => slugOf(name) === wanted))
  )
}

/** Terms whose name, other names or meaning hold these letters. */
export function findTerms(letters: string): readonly Term[] {
  const wanted = letters.trim().toLowerCase()
  return glossary.filter((each) =>
    [each.term, each.means, ...otherNames(each)].some((text) => text.toLowerCase().includes(wanted)),
  )
}
