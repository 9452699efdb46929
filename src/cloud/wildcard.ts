/** Finds the value of a policy variable. @returns undefined where the request has none, or several */
export type Variables = (key: string) => string | undefined

const MANY = Symbol('any text')
const ONE = Symbol('one character')
type Part = string | typeof MANY | typeof ONE

/** `${key}`, `${key, 'otherwise'}`, and the three characters that could not be written else. */
const VARIABLE = /\$\{(?:([*?$])|([^},]+?)\s*(?:,\s*'([^']*)')?)\}/g

const known = new Map<string, readonly Part[]>()
const MOST_KEPT = 2_000

/**
 * Whether a text is what a policy's pattern says: `*` stands for any text, `?` for one character. In time that grows
 * with both lengths and no worse, because patterns come from whoever writes policies.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function matches(pattern: string, text: string, variables?: Variables): boolean {
  const parts = partsOf(pattern, variables)
  return parts !== undefined && fits(parts, text)
}

/** A pattern without wildcards, as StringEquals and its like compare. @returns undefined when a variable is missing */
export function resolved(pattern: string, variables?: Variables): string | undefined {
  if (!variables || !pattern.includes('${')) return pattern
  let whole = true
  const text = pattern.replace(VARIABLE, (_, sign?: string, key = '', otherwise?: string) => {
    const value = sign ?? variables(key) ?? otherwise
    whole &&= value !== undefined
    return value ?? ''
  })
  return whole ? text : undefined
}

/** Actions know no case. */
export const actionMatches = (pattern: string, action: string) =>
  matches(pattern.toLowerCase(), action.toLowerCase())

function partsOf(pattern: string, variables?: Variables): readonly Part[] | undefined {
  const fixed = !variables || !pattern.includes('${')
  const made = fixed ? known.get(pattern) : undefined
  if (made) return made
  const fresh = fixed ? withWildcards(pattern) : withVariables(pattern, variables)
  if (fixed && fresh) {
    if (known.size >= MOST_KEPT) known.clear()
    known.set(pattern, fresh)
  }
  return fresh
}

/** Literal text stays together, so that a pattern without wildcards is one part. */
function withWildcards(text: string): Part[] {
  return text
    .split(/([*?])/)
    .filter((part) => part !== '')
    .map((part) => (part === '*' ? MANY : part === '?' ? ONE : part))
}

/** What stands for a variable is taken letter by letter: a wildcard in a value is none. */
function withVariables(pattern: string, variables: Variables): Part[] | undefined {
  const parts: Part[] = []
  let from = 0
  for (const found of pattern.matchAll(VARIABLE)) {
    const [whole, sign, key = '', otherwise] = found
    const value = sign ?? variables(key) ?? otherwise
    if (value === undefined) return undefined
    parts.push(...withWildcards(pattern.slice(from, found.index)))
    if (value !== '') parts.push(value)
    from = found.index + whole.length
  }
  return [...parts, ...withWildcards(pattern.slice(from))]
}

function fits(parts: readonly Part[], text: string): boolean {
  let part = 0
  let at = 0
  let afterMany = -1
  let retryFrom = 0
  while (at < text.length || part < parts.length) {
    const wanted = parts[part]
    if (wanted === MANY) {
      afterMany = ++part
      retryFrom = at
      if (part === parts.length) return true
      continue
    }
    if (wanted === ONE && at < text.length) {
      part++
      at++
      continue
    }
    if (typeof wanted === 'string' && text.startsWith(wanted, at)) {
      part++
      at += wanted.length
      continue
    }
    if (afterMany < 0 || retryFrom >= text.length) return false
    part = afterMany
    at = ++retryFrom
  }
  return true
}
