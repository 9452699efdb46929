import { clippedText } from './clipped-text.ts'
import { axe, expect, test } from './fixtures.ts'
import { sizes } from './sizes.ts'

/** Every kind of page; a question of each form. The list of all questions is long: screens.spec.ts looks at it. */
const pages = [
  '#/',
  '#/learn/1',
  '#/learn/3/three-ways-to-rotate',
  '#/learn/4/four-red-buttons',
  '#/lab/L2.1',
  '#/flow/7',
  '#/compare',
  '#/compare/two-worlds',
  '#/glossary',
  '#/drawings',
  '#/errors',
  '#/practice/RQ01',
  '#/practice/RQ02',
  '#/practice/RQ04',
  '#/practice/RQ05',
  '#/practice/RQ07',
  '#/practice/AQ07',
  '#/practice/AQ05',
  '#/practice/RQ19',
  '#/practice/exam',
  '#/review',
  '#/progress',
  '#/progress/statement',
  '#/practice/prerequisites',
  '#/gameday',
  '#/sandbox',
  '#/settings',
  '#/fidelity',
  '#/nowhere',
]

for (const address of pages)
  test(`${address} cuts off no text at any size, and has no fault in forced colours`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
    await page.goto(`./${address}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
    await expect(page.locator('main[aria-busy="true"], main.opening')).toHaveCount(0)
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      await expect.poll(() => clippedText(page), { message: `at ${width} x ${height}` }).toEqual([])
    }
    await axe(page)
  })
