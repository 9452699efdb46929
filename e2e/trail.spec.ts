import { expect, test, type Page } from './fixtures.ts'
import { workbench } from './workbench.ts'

const trail = (page: Page) => page.locator('#trail')
const record = (page: Page, number: number) => trail(page).locator(`[data-event="${number}"]`)
/** The number of the row on top, under the head of the list. */
const onTop = (page: Page) =>
  trail(page)
    .locator('.rows')
    .evaluate((list) => {
      const edge = list.querySelector('thead')?.getBoundingClientRect().bottom ?? 0
      const row = [...list.querySelectorAll('tbody tr')].find(
        (each) => each.getBoundingClientRect().bottom > edge + 1,
      )
      return row?.querySelector('[data-event]')?.getAttribute('data-event')
    })

test('the trail keeps its place and its record from a wide window to a phone and back', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await workbench(page).openLab('L4.4')
  await page.locator('.trailbtn').click()
  await record(page, 20).click()
  await expect(record(page, 20)).toBeInViewport()

  await page.setViewportSize({ width: 390, height: 844 })
  await expect(record(page, 20)).toBeInViewport()
  await expect(record(page, 20)).toHaveAttribute('aria-pressed', 'true')
  await expect(trail(page).getByRole('region', { name: 'Event 20 as JSON' })).toBeVisible()

  // Away from the chosen record: then the place is the row on top, also behind another part of the phone.
  await trail(page)
    .locator('.rows')
    .evaluate((list) => list.querySelector('[data-event="33"]')?.scrollIntoView({ block: 'center' }))
  await expect(record(page, 20)).not.toBeInViewport()
  const place = await onTop(page)
  const parts = page.getByRole('navigation', { name: 'Parts of the workspace' })
  await parts.getByRole('button', { name: 'World' }).click()
  await expect(trail(page)).toBeHidden()
  await parts.getByRole('button', { name: 'Trail' }).click()
  await expect.poll(() => onTop(page)).toBe(place)

  await page.setViewportSize({ width: 1280, height: 800 })
  await expect.poll(() => onTop(page)).toBe(place)
  await expect(trail(page).getByRole('region', { name: 'Event 20 as JSON' })).toBeVisible()
})
