import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { screenFileAt, screenFiles } from './screen-files.ts'

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')

describe('the file of a screen is fetched beside the first ones', () => {
  it.each(screenFiles)('at %s it is %s, which there is', (_begins, file) => {
    expect(existsSync(new URL(`../ui/pages/${file}.tsx`, import.meta.url))).toBe(true)
  })

  it('for each path the app has a screen for, and it is the file of that screen', () => {
    const [app, screens] = [read('./app.tsx'), read('./screens.ts')]
    const fileOf = (name: string) =>
      new RegExp(`\\b${name} = screen\\(\\(\\) => import\\('../ui/pages/([\\w-]+)\\.tsx'`).exec(screens)?.[1]
    const routes = Array.from(
      app.matchAll(/<Route path="([^"]+)">((?:(?!<\/Route>)[^])*)<\/Route>/g),
      ([, path = '', drawn = '']) =>
        [path, /<(\w+(?:Page|Settings|Fidelity)|Settings|Fidelity)\b/.exec(drawn)?.[1]] as const,
    )
    expect(routes.length).toBeGreaterThan(20)
    for (const [path, name] of routes) {
      const longest = path.replace(/:\w+\??/g, 'x')
      expect([path, screenFileAt(longest)]).toEqual([path, name && fileOf(name)])
    }
  })
})
