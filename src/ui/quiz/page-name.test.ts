import { expect, it } from 'vitest'
import { sources } from '../../course/words/sources.ts'
import { pageName } from './page-name.ts'

it('names a page of the documentation so that a reader knows it', () => {
  expect(pageName(sources.describeKey)).toBe('DescribeKey')
  expect(pageName(sources.rotateKeys)).toBe('Rotate keys')
  for (const address of Object.values(sources)) expect(pageName(address)).toMatch(/^[A-Z][\w ]{2,}$/)
})
