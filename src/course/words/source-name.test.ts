import { describe, expect, it } from 'vitest'
import { sourceName } from './source-name.ts'
import { sources, type SourceId } from './sources.ts'

describe('a source', () => {
  it('is named by its book and page', () => {
    expect(sourceName('importing')).toBe('KMS Developer Guide, importing-keys')
    expect(sourceName('createKey')).toBe('KMS API reference, CreateKey')
  })

  it('belongs to a book with a name, each of them', () => {
    const nameless = (Object.keys(sources) as SourceId[]).filter((id) =>
      /^[\w.]+\.\w+, /.test(sourceName(id)),
    )
    expect(nameless).toEqual([])
  })
})
