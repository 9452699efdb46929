import { coveredWords } from './covered-words.ts'
import { expect, test, type Page } from './fixtures.ts'
import { sizes } from './sizes.ts'

/** The import flow is walked beat by beat in flow.spec.ts. */
const drawings = [
  ['the picture at the door', '#/', '.bench-door svg:has(text)'],
  ['the map of key states', '#/practice/AQ07', 'svg:has(text)'],
  ['the picture of the import', '#/practice/IQ07', 'svg:has(text)'],
  ['the picture of materials', '#/practice/RQ11', 'svg:has(text)'],
  ['the scale of progress', '#/progress', 'svg:has(text)'],
] as const

/** The words of a drawing may move for a frame after a change of width. */
const nothingCovered = async (page: Page, within: string, when: string) =>
  expect.poll(() => coveredWords(page, within), when).toEqual([])

for (const [name, address, within] of drawings)
  test(`${name}: nothing lies on its words, at any size`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`./${address}`)
    await expect(page.locator(within).first()).toBeAttached()
    for (const [width, height] of [...sizes, [320, 640]] as const) {
      // On a phone the words beside the scale say it, without an axis.
      if (address === '#/progress' && width < 700) continue
      await page.setViewportSize({ width, height })
      await nothingCovered(page, within, `at ${width} x ${height}`)
    }
  })

test('the world of a lab and the lanes of its clock: nothing lies on their words, wherever the clock aims', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const wide = [
    [1440, 900],
    [1280, 800],
    [820, 1180],
  ] as const
  await page.goto('./#/lab/L4.1')
  await expect(page.locator('ol.tasks')).toBeVisible()
  for (const [width, height] of wide) {
    await page.setViewportSize({ width, height })
    await nothingCovered(page, '.w-scene', `the world at ${width} px`)
  }
  await page.getByRole('button', { name: /^Open the clock/ }).click()
  const jump = page.getByRole('group', { name: 'Jump' })
  for (const aim of ['+1 h', '+24 h', '+90 d', '+365 d', 'Next event', '1 day after']) {
    await jump.getByRole('button', { name: aim }).click()
    for (const [width, height] of wide) {
      await page.setViewportSize({ width, height })
      await nothingCovered(page, '.clock-lanes svg', `${aim}, ${width} px`)
    }
  }
})
