import { expect, type Page } from './fixtures.ts'

/** Waits until a page stands with what it fetches for itself. */
export async function opened(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('main[aria-busy="true"], main.opening')).toHaveCount(0)
}
