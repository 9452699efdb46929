const known = new Map<string, RegExp>()

/** `*` for any text, `?` for one character, as policies use them. @returns a whole-text pattern */
export function likePattern(text: string, flags = ''): RegExp {
  const name = `${flags}/${text}`
  const made = known.get(name)
  if (made) return made
  if (known.size > 2_000) known.clear()
  const body = text
    .replace(/\*+/g, '*')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^]*')
    .replaceAll('?', '[^]')
  const fresh = new RegExp(`^${body}$`, flags)
  known.set(name, fresh)
  return fresh
}

/** Actions know no case. */
export const actionMatches = (pattern: string, action: string) => likePattern(pattern, 'i').test(action)
