import { describe, expect, it } from 'vitest'
import { likelySystem, ownSystems } from './own-openssl.ts'

describe('the lines for the own computer', () => {
  it('leave the same three options open on every system', () => {
    for (const { steps } of ownSystems) {
      const wrap = steps.map(({ command }) => command).find((command) => command.includes('pkeyutl')) as string
      expect(wrap.match(/____/g)).toHaveLength(3)
      expect(wrap).toContain('-keyform DER')
    }
  })

  it('never send bytes through a redirection', () => {
    for (const { steps } of ownSystems) for (const { command } of steps) expect(command).not.toMatch(/[>|]/)
  })

  it('open at the system of the visitor', () => {
    expect(likelySystem('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('windows')
    expect(likelySystem('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('macos')
    expect(likelySystem('Mozilla/5.0 (X11; Linux x86_64)')).toBe('linux')
  })
})
