import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { edition } from './edition.ts'

it('a statement names the version that the package has', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  expect(edition.version).toBe(version)
})
