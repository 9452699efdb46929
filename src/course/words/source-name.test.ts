import { describe, expect, it } from 'vitest'
import { sourceName } from './source-name.ts'
import { sources, type SourceId } from './sources.ts'

const ids = Object.keys(sources) as SourceId[]

describe('a source', () => {
  it('is named by its book and what its page is about', () => {
    expect(sourceName('importing')).toBe('AWS KMS Developer Guide: Importing key material')
    expect(sourceName('createKey')).toBe('AWS KMS API Reference: CreateKey')
  })

  it('is named in words, not by a piece of its address', () => {
    expect(ids.filter((id) => !/^[A-Za-z][\w:. ]+: [A-Z][\w,() -]+$/.test(sourceName(id)))).toEqual([])
    const slugs = ids.filter((id) => /\b[a-z]+-[a-z]+-|[\w]\.(com|aws|html)\b|_/.test(sourceName(id)))
    expect(slugs).toEqual([])
  })

  it('has a name that no other has', () => {
    expect(new Set(ids.map(sourceName)).size).toBe(ids.length)
  })

  it('names an operation as its address does', () => {
    for (const id of ids) {
      const operation = /\/API_(\w+)\.html$/.exec(sources[id])?.[1]
      if (operation) expect(sourceName(id)).toBe(`AWS KMS API Reference: ${operation}`)
    }
  })
})
