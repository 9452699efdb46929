import { describe, expect, it } from 'vitest'
import { Pages, type Paging } from './paginate.ts'
import { isList, type Dict, type Value } from './python-value.ts'

const PAGINATOR = {
  inputToken: 'Marker',
  outputToken: 'NextMarker',
  moreResults: 'Truncated',
  limitKey: 'Limit',
  resultKeys: ['Keys'],
} as const

/** Ten items in pages of four, and what was asked for them. */
function walk(paging: Paging) {
  const asked: Dict[] = []
  const pages = new Pages(
    async (parameters) => {
      asked.push(new Map(parameters))
      const from = Number(parameters.get('Marker') ?? 0)
      const size = Number(parameters.get('Limit') ?? 4)
      const items = Array.from({ length: Math.min(size, 10 - from) }, (_, i) => `k${from + i}`)
      const end = from + items.length
      return new Map<string, Value>([
        ['Keys', items],
        ['Truncated', end < 10],
        ...(end < 10 ? [['NextMarker', String(end)] as [string, Value]] : []),
      ])
    },
    PAGINATOR,
    paging,
  )
  return { pages, asked }
}

async function keysOf(paging: Paging): Promise<{ keys: string[]; token?: string; calls: number }> {
  const { pages, asked } = walk(paging)
  const whole = await pages.all(new Map())
  const keys = whole.get('Keys')
  return {
    keys: isList(keys) ? keys.map(String) : [],
    ...(pages.resumeToken && { token: pages.resumeToken }),
    calls: asked.length,
  }
}

describe('pages', () => {
  it('are walked to the end when nothing limits them', async () => {
    const { keys, token, calls } = await keysOf({})
    expect(keys).toHaveLength(10)
    expect(token).toBeUndefined()
    expect(calls).toBe(3)
  })

  it.each([1, 2, 3, 4, 5, 7, 9])(
    'of %i items, resumed by their tokens, give everything once and in order',
    async (maxItems) => {
      const all: string[] = []
      let token: string | undefined
      do {
        const part = await keysOf({ maxItems, ...(token && { startingToken: token }) })
        expect(part.keys.length).toBeLessThanOrEqual(maxItems)
        all.push(...part.keys)
        token = part.token
      } while (token && all.length < 30)
      expect(all).toEqual(Array.from({ length: 10 }, (_, i) => `k${i}`))
    },
  )

  it('cut in the middle say where, in a token of the CLI', async () => {
    const { token = '' } = await keysOf({ maxItems: 3 })
    expect(Buffer.from(token, 'base64').toString()).toBe('{"Marker": null, "boto_truncate_amount": 3}')
    const next = await keysOf({ maxItems: 3, startingToken: token })
    expect(next.keys).toEqual(['k3', 'k4', 'k5'])
    expect(Buffer.from(next.token ?? '', 'base64').toString()).toBe(
      '{"Marker": "4", "boto_truncate_amount": 2}',
    )
  })

  it('of a size are asked for in that size', async () => {
    expect((await keysOf({ pageSize: 3 })).calls).toBe(4)
  })
})
