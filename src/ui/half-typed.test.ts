import { beforeEach, describe, expect, it, vi } from 'vitest'

const EXAMPLE = `AKIA${'Q7'.repeat(8)}`

/** A tab of a browser: its storage, and what listens to its end. */
function tab() {
  const storage = new Map<string, string>()
  const leaving: (() => void)[] = []
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
  })
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => void leaving.push(listener))
  return {
    written: () => [...storage.values()].join(),
    async refresh() {
      for (const leave of leaving.splice(0)) leave()
      vi.resetModules()
      return import('./half-typed.ts')
    },
  }
}

describe('what is half typed', () => {
  beforeEach(() => vi.resetModules())

  it('is there after a refresh, in its own world alone', async () => {
    const { refresh } = tab()
    const before = await import('./half-typed.ts')
    before.putHalfTyped('one/1/2', 'guess', 'it fails')
    const { halfTyped, isText } = await refresh()
    expect(halfTyped('one/1/2', 'guess', isText)).toBe('it fails')
    expect(halfTyped('one/1/3', 'guess', isText)).toBeUndefined()
  })

  it('is forgotten with its world, and what belongs to the page is not', async () => {
    const { refresh } = tab()
    const before = await import('./half-typed.ts')
    before.putHalfTyped('one/1/2', 'guess', 'it fails')
    before.putHalfTyped(before.PAGE, 'prompt', 'aws kms')
    before.forgetHalfTyped()
    const { halfTyped, isText, PAGE } = await refresh()
    expect(halfTyped('one/1/2', 'guess', isText)).toBeUndefined()
    expect(halfTyped(PAGE, 'prompt', isText)).toBe('aws kms')
  })

  it('is not used where it is no longer what fits', async () => {
    const { refresh } = tab()
    const before = await import('./half-typed.ts')
    before.putHalfTyped('one/1/2', 'certainty', 'very')
    const { halfTyped, isOneOf } = await refresh()
    expect(halfTyped('one/1/2', 'certainty', isOneOf(['low', 'high']))).toBeUndefined()
  })

  it('T23 is not written down where it looks like real credentials, is secret, or is long', async () => {
    const { refresh, written } = tab()
    const { putHalfTyped } = await import('./half-typed.ts')
    putHalfTyped('one/1/2', 'prompt', `export AWS_ACCESS_KEY_ID=${EXAMPLE}`)
    putHalfTyped('one/1/2', 'long', 'x'.repeat(20_001))
    putHalfTyped('one/1/2', 'form', { secret: 'the bytes', name: 'K1' }, { name: 'K1' })
    const { halfTyped, isText, isTexts } = await refresh()
    expect(written()).not.toContain(EXAMPLE)
    expect(written()).not.toContain('the bytes')
    expect(halfTyped('one/1/2', 'prompt', isText)).toBeUndefined()
    expect(halfTyped('one/1/2', 'long', isText)).toBeUndefined()
    expect(halfTyped('one/1/2', 'form', isTexts)).toEqual({ name: 'K1' })
  })

  it('keeps the newest worlds, and the page', async () => {
    const { refresh } = tab()
    const before = await import('./half-typed.ts')
    before.putHalfTyped(before.PAGE, 'prompt', 'aws kms')
    for (const n of [1, 2, 3, 4, 5]) before.putHalfTyped(`lab/${n}/0`, 'guess', 'yes')
    const { halfTyped, isText, PAGE } = await refresh()
    expect([1, 2, 3, 4, 5].map((n) => halfTyped(`lab/${n}/0`, 'guess', isText))).toEqual([
      undefined,
      undefined,
      'yes',
      'yes',
      'yes',
    ])
    expect(halfTyped(PAGE, 'prompt', isText)).toBe('aws kms')
  })
})
