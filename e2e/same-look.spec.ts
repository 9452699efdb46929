import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** Pages that share names of classes with the workspace and the exam. */
const pages = ['#/progress', '#/review', '#/gameday', '#/settings']

async function opened(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('main[aria-busy="true"], main.opening')).toHaveCount(0, { timeout: 20_000 })
}

/** Where each thing of the page stands, how large it is and how it is written. */
const look = (page: Page) =>
  page.locator('main *').evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const { x, width, height } = one.getBoundingClientRect()
        const { display, fontSize, color } = getComputedStyle(one)
        const box = [x, width, height].map(Math.round)
        return [one.tagName, one.getAttribute('class'), ...box, display, fontSize, color].join(' ')
      }),
  )

for (const width of [760, 1280])
  test(`a page looks the same whatever page was open before it, at ${width}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto('./#/lab/two-births-of-a-key')
    await opened(page)
    await page.goto('./#/practice/exam')
    await opened(page)
    const after = new Map<string, readonly string[]>()
    for (const address of pages) {
      await page.goto(`./${address}`)
      await expect(page).toHaveURL(new RegExp(`${address}$`))
      await opened(page)
      after.set(address, await look(page))
    }
    for (const address of pages) {
      await page.goto('about:blank')
      await page.goto(`./${address}`)
      await opened(page)
      await expect.poll(() => look(page), { message: address }).toEqual(after.get(address))
    }
  })
