import type { Locator } from '@playwright/test'
import { axe, expect, test, type Page } from './fixtures.ts'

test('the demonstration on the door page goes from start to end by keyboard alone', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1, name: /A KMS key is/ })).toBeVisible()
  const press = async (name: string | RegExp, key = 'Enter') => {
    const button = page.getByRole('button', { name }).first()
    await expect(button).toBeVisible()
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
