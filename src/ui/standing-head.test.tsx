import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Glyph } from './glyphs/glyph.tsx'
import { words } from './words.ts'

const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8')

it('the head that stands before anything has run is the one that React draws', () => {
  expect(page).toContain(renderToStaticMarkup(<Glyph name="mark" size={26} />))
  expect(page.match(/<header class="top standing">[^]*?<\/header>/)?.[0]).toContain(words.app.name)
})

it('it waits for no font: the first files come sooner without it', () => {
  const styles = readFileSync(new URL('door/door.css', import.meta.url), 'utf8')
  expect(styles).toMatch(/\.standing \{ --sans: (?!.*IBM)/)
})
