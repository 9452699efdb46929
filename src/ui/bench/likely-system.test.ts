import { expect, it } from 'vitest'
import { likelySystem } from './likely-system.ts'

it('the lines open at the system of the visitor', () => {
  expect(likelySystem('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('windows')
  expect(likelySystem('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('macos')
  expect(likelySystem('Mozilla/5.0 (X11; Linux x86_64)')).toBe('linux')
})
