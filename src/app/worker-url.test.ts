import { describe, expect, it } from 'vitest'
import { workerUrls, type TrustedTypesFactory } from './worker-url.ts'

const KNOWN = ['./assets/rsa-worker-x1.js']

describe('the addresses of workers', () => {
  it('pass when known, whether or not the browser has Trusted Types', () => {
    expect(workerUrls(KNOWN)(KNOWN[0] as string)).toBe(KNOWN[0])
    const names: string[] = []
    const factory: TrustedTypesFactory = {
      createPolicy(name, { createScriptURL }) {
        names.push(name)
        return { createScriptURL: (url) => ({ trusted: createScriptURL(url) }) }
      },
    }
    expect(workerUrls(KNOWN, factory)(KNOWN[0] as string)).toEqual({ trusted: KNOWN[0] })
    expect(names).toEqual(['lab-worker'])
  })

  it('are refused otherwise, also when they only look alike', () => {
    for (const url of [
      '',
      'data:text/javascript,1',
      'https://elsewhere.example/x.js',
      `${KNOWN[0]}?x`,
      `.${KNOWN[0]}`,
    ]) {
      expect(() => workerUrls(KNOWN)(url)).toThrow(TypeError)
    }
  })
})
