import { axe, expect, test } from './fixtures.ts'
import { workbench } from './workbench.ts'

test.describe('the solution of a lab', () => {
  test('is closed until it is earned or asked for, then played act by act with keys alone', async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const bench = workbench(page)
    await bench.openLab('L1.1')
    await page.goto('./#/lab/L1.1/solution')
    await expect(page.getByText('is open when you have passed it')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Next act' })).toHaveCount(0)

    await page.getByRole('link', { name: 'Back to the lab' }).click()
    for (const n of [1, 2, 3]) await page.getByRole('button', { name: `Hint ${n} of 3` }).click()
    await bench.saved()
    await page.getByRole('link', { name: 'Watch the whole solution' }).click()

    const panel = page.getByRole('region', { name: 'Two births of a key' })
    await expect(panel.getByRole('heading', { name: 'Act 1 of 9' })).toBeVisible()
    await expect(panel.getByText('aws kms create-key --profile KeyCustodian')).toBeVisible()
    await expect(panel.getByText('There is a key with origin AWS_KMS, and it is Enabled.')).toBeVisible()
    await axe(page)

    const next = page.getByRole('button', { name: 'Next act' })
    await next.focus()
    for (let act = 2; act <= 4; act++) {
      await page.keyboard.press('Enter')
      await expect(panel.getByRole('heading', { name: `Act ${act} of 9` })).toBeVisible()
    }
    await expect(panel.getByText('aws kms create-key --origin EXTERNAL')).toBeVisible()
    await page.reload()
    await expect(panel.getByRole('heading', { name: 'Act 4 of 9' })).toBeVisible()
    await next.focus()
    for (let act = 5; act <= 9; act++) {
      await page.keyboard.press('Enter')
      await expect(panel.getByRole('heading', { name: `Act ${act} of 9` })).toBeVisible()
      if (act === 6) await expect(panel.getByText('Refused: KMSInvalidStateException')).toBeVisible()
    }
    await expect(page.getByText('every condition holds after 9 acts')).toBeVisible()
    await axe(page)

    // The learner's own world is as it was.
    await page.getByRole('link', { name: 'Back to the lab' }).click()
    await expect(page.locator('.tasks-mark').getByText('Task 1 of 5')).toBeVisible()
  })
})
