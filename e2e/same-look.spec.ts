import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { opened } from './opened.ts'

/** Every page that draws the same thing each time it is opened. */
const pages = [
  '#/',
  '#/learn/2',
  '#/learn/2/import-in-order',
  '#/learn/1/the-key-you-cannot-hold',
  '#/learn/2/the-courier-puzzle',
  '#/flow',
  '#/compare',
  '#/glossary',
  '#/drawings',
  '#/errors',
  '#/practice',
  '#/practice/prerequisites',
  '#/review',
  '#/progress',
  '#/progress/statement',
  '#/gameday',
  '#/fidelity',
  '#/settings',
]

/** Where each thing of the page stands, how large it is and how it is written. */
const look = (page: Page) =>
  page.locator('body *').evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const { x, width, height } = one.getBoundingClientRect()
        const { display, fontSize, color, borderTopWidth, paddingTop } = getComputedStyle(one)
        const box = [x, width, height].map(Math.round)
        return [
          one.tagName,
          one.getAttribute('class'),
          ...box,
          display,
          fontSize,
          color,
          borderTopWidth,
          paddingTop,
        ].join(' ')
      }),
  )

for (const width of [390, 760, 1280])
  test(`a page looks the same whatever page was open before it, at ${width}`, async ({
    page,
    browser,
    trouble,
  }) => {
    const other = await browser.newContext()
    await trouble.watch(other)
    const fresh = await other.newPage()
    for (const one of [page, fresh]) {
      await one.setViewportSize({ width, height: 900 })
      await one.emulateMedia({ reducedMotion: 'reduce' })
    }
    for (const address of ['#/sandbox', '#/lab/two-births-of-a-key/solution', '#/practice/exam', ...pages]) {
      await page.goto(`./${address}`)
      await opened(page)
    }
    for (const address of pages) {
      await fresh.goto('about:blank')
      for (const one of [fresh, page]) {
        await one.goto(`./${address}`)
        await opened(one)
      }
      // Both are asked each time: a page is still being drawn for a moment after its heading is there.
      await expect(async () => {
        const [wanted, seen] = [await look(fresh), await look(page)]
        expect(seen, address).toEqual(wanted)
      }).toPass()
    }
    await other.close()
  })
