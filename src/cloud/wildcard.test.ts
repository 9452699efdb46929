import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionMatches, matches, resolved } from './wildcard.ts'

/** The same rule by another way: a regular expression. */
const byRegExp = (pattern: string, text: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[^]*')
      .replaceAll('?', '[^]')}$`,
  ).test(text)

describe('a pattern', () => {
  it('means what the regular expression means, whatever it is', () => {
    const letters = (extra: readonly string[]) =>
      fc.array(fc.constantFrom('a', 'b', ':', ...extra), { maxLength: 9 }).map((all) => all.join(''))
    fc.assert(
      fc.property(letters(['*', '?']), letters([]), (pattern, text) => {
        expect(matches(pattern, text)).toBe(byRegExp(pattern, text))
      }),
      { numRuns: 5000 },
    )
  })

  it('is answered in time, also when it was made to take long', () => {
    const hostile = `${'*a'.repeat(400)}b`
    const before = performance.now()
    expect(matches(hostile, 'a'.repeat(20_000))).toBe(false)
    expect(performance.now() - before).toBeLessThan(20_000)
  })

  it('takes values of variables letter by letter', () => {
    const value = (key: string) => ({ 'aws:username': 'a*', 'aws:userid': 'x?' })[key]
    expect(matches('home/${aws:username}/*', 'home/a*/b', value)).toBe(true)
    expect(matches('home/${aws:username}/*', 'home/ab/b', value)).toBe(false)
    expect(matches('${aws:userid}', 'xy', value)).toBe(false)
    expect(matches('${aws:nobody}', '', value)).toBe(false)
    expect(matches("${aws:nobody, 'guest'}-${*}", 'guest-*', value)).toBe(true)
    expect(resolved('u-${aws:username}-${$}', value)).toBe('u-a*-$')
    expect(resolved('${aws:nobody}', value)).toBeUndefined()
  })

  it('has no variables in policies of the older version', () => {
    expect(matches('${aws:username}', '${aws:username}')).toBe(true)
    expect(resolved('${aws:username}')).toBe('${aws:username}')
  })

  it('of an action knows no case', () => expect(actionMatches('KMS:encr?pt*', 'kms:Encrypt')).toBe(true))
})
