/** What a real AWS credential, or somebody's private key, looks like in pasted text. */
export type CredentialKind = 'access-key-id' | 'secret-access-key' | 'session-token' | 'private-key'

export interface FoundCredential {
  readonly kind: CredentialKind
  /** First and one past the last character of it in the text */
  readonly where: { readonly from: number; readonly to: number }
}

export interface GuardOptions {
  /** Tells a private key that the lab made from one that came from outside. */
  readonly madeByLab?: (pem: string) => boolean
}

/**
 * Finds a credential that must not be kept, before anything keeps it (T23). The examples of AWS's documentation,
 * which end in EXAMPLE or EXAMPLEKEY, are welcome. One pass for each kind; no expression can backtrack far.
 *
 * @returns the first one of the first kind found, undefined when the text is harmless
 */
export function findCredential(text: string, options: GuardOptions = {}): FoundCredential | undefined {
  return accessKeyId(text) ?? secretAccessKey(text) ?? sessionToken(text) ?? privateKey(text, options)
}

const found = (kind: CredentialKind, from: number, length: number): FoundCredential => ({
  kind,
  where: { from, to: from + length },
})

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const ACCESS_KEY_ID = /(?<![A-Z0-9])(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Z0-9])/g

function accessKeyId(text: string): FoundCredential | undefined {
  for (const { 0: id, index } of text.matchAll(ACCESS_KEY_ID)) {
    if (!id.endsWith('EXAMPLE')) return found('access-key-id', index, id.length)
  }
  return undefined
}

const SECRET_LENGTH = 40
/** How far from the word "secret" the 40 characters may stand. */
const NEAR = 120
const SECRET_LETTERS = /[A-Za-z0-9/+]+/g

function secretAccessKey(text: string): FoundCredential | undefined {
  if (!/secret/i.test(text)) return undefined
  for (const { 0: run, index } of text.matchAll(SECRET_LETTERS)) {
    if (run.length !== SECRET_LENGTH || run.endsWith('EXAMPLEKEY') || !looksRandom(run)) continue
    const around =
      text.slice(Math.max(0, index - NEAR), index) +
      text.slice(index + SECRET_LENGTH, index + SECRET_LENGTH + NEAR)
    if (/secret/i.test(around)) return found('secret-access-key', index, SECRET_LENGTH)
  }
  return undefined
}

/** Words, paths and hex digits use few different letters, or one case only. */
const looksRandom = (run: string) =>
  /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9/+]/.test(run) && new Set(run).size >= 16

/** The name with a value after it, or a value that begins as tokens of STS do. A name alone is only a name. */
const NAMED_TOKEN =
  /(?:aws_?(?:session|security)_?token|session_?token)["']?\s{0,8}[=:]\s{0,8}["']?([A-Za-z0-9/+=]{20,})/gi
const BARE_TOKEN = /(?<![A-Za-z0-9/+])(?:FwoG|IQoJ|FQoG|AQoD)[A-Za-z0-9/+=]{60,}/g

function sessionToken(text: string): FoundCredential | undefined {
  for (const { 0: all, 1: value = '', index } of text.matchAll(NAMED_TOKEN)) {
    if (!value.includes('EXAMPLE'))
      return found('session-token', index + all.length - value.length, value.length)
  }
  for (const { 0: value, index } of text.matchAll(BARE_TOKEN)) {
    if (!value.includes('EXAMPLE')) return found('session-token', index, value.length)
  }
  return undefined
}

const PEM_EDGE = /-----(BEGIN|END) (?:[A-Z0-9]{1,16} ){0,2}PRIVATE KEY-----/g

/** From a BEGIN to its END; to the next BEGIN or the end of the text when the END is missing. */
function privateKey(text: string, { madeByLab }: GuardOptions): FoundCredential | undefined {
  const edges = [...text.matchAll(PEM_EDGE)]
  for (const [i, edge] of edges.entries()) {
    if (edge[1] !== 'BEGIN') continue
    const next = edges[i + 1]
    const to = next === undefined ? text.length : next[1] === 'END' ? next.index + next[0].length : next.index
    if (!madeByLab?.(text.slice(edge.index, to))) return found('private-key', edge.index, to - edge.index)
  }
  return undefined
}
