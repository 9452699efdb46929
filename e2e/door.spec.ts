import type { Locator } from '@playwright/test'
import { axe, expect, test, type Page } from './fixtures.ts'

test('the demonstration on the door page goes from start to end by keyboard alone', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1, name: /A KMS key is/ })).toBeVisible()
  const press = async (name: string | RegExp, key = 'Enter') => {
    const button = page.getByRole('button', { name }).first()
    // Tab passes over a button that waits for the engine.
    await expect(button).toBeEnabled()
    await tabTo(page, button)
    await page.keyboard.press(key)
  }
  await expect(page.getByText('Enabled', { exact: true }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio').first()).toBeVisible()
  await tabTo(page, page.getByRole('radio').first())
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('radio', { name: 'Fairly sure' }))
  await page.keyboard.press('Space')
  await press('Lock my answer')
  await press('Go to 10:01')
  await expect(page.getByText('Pending import').first()).toBeVisible()
  await press(/^Run/)
  await expect(page.getByText(/KMSInvalidStateException/).first()).toBeVisible()
  await press(/Run both lines|Show me/)
  await expect(page.getByText('Enabled', { exact: true }).first()).toBeVisible()
  await press(/^Run/)
  await expect(page.getByText('Same key, same bytes, data readable again.')).toBeVisible()
  await axe(page)
})

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${String(target)}`)
}

test('the table of modules stands complete before the engine opens, and nothing in it moves when it does', async ({
  page,
}) => {
  // The session's own file is on its way for as long as the test wants.
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/open-session-[^/]+\.js/, async (route) => {
    await held
    await route.continue()
  })
  const cells = () =>
    page.locator('table.mods').evaluate(async (table) => {
      // What asks for the width in code follows a change in the next frame.
      await new Promise(requestAnimationFrame)
      await document.fonts.ready
      return [...table.querySelectorAll('td, th')].map((cell) => {
        const { x, y, width, height } = cell.getBoundingClientRect()
        return { text: cell.textContent, at: [x, y + scrollY, width, height].map(Math.round) }
      })
    })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('./')
  await expect(page.locator('table.mods')).toBeVisible()
  const wide = await cells()
  expect(wide.filter(({ text }) => /^\d+ min$/.test(text ?? ''))).toHaveLength(4)
  expect(wide.map(({ text }) => text).join()).toContain('Prove it cannot leave')
  await expect(page.getByRole('link', { name: /^Start: demonstration, The key/ })).toHaveCount(0)
  await page.setViewportSize({ width: 390, height: 844 })
  const narrow = await cells()

  release()
  await expect(page.getByRole('link', { name: /^Start: demonstration, The key/ })).toBeVisible()
  await expect.poll(cells).toEqual(narrow)
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect.poll(cells).toEqual(wide)
})
