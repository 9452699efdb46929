import { fitsAcross } from './fits-across.ts'
import { axe, test } from './fixtures.ts'
import { opened } from './opened.ts'
import { sizes } from './sizes.ts'

const screens = [
  '#/',
  '#/lab/L2.2',
  '#/lab/L4.1',
  '#/lab/L4.2',
  '#/practice',
  '#/practice/AQ07?variant=3',
  '#/practice/AQ05?variant=3',
  '#/practice/exam',
  '#/review',
  '#/sandbox',
  '#/progress',
  '#/gameday',
  '#/gameday/5?level=2',
  '#/fidelity',
  '#/settings',
  '#/nowhere',
]
/** And a page at 400 % zoom. */
const widths = [...sizes, [320, 640]] as const

for (const screen of screens) {
  test.describe(screen, () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`has no fault that axe can find and never scrolls sideways, ${colorScheme}, at every size`, async ({
        page,
      }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        for (const [width, height] of widths) {
          await page.setViewportSize({ width, height })
          await page.goto(`./${screen}`)
          await opened(page)
          if (width >= 390) await axe(page)
          await fitsAcross(page, `${width} px wide`)
        }
      })
    }
  })
}
