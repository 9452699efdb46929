import { prerequisiteItems } from '../src/course/prerequisites/prerequisites.ts'
import { fitsAcross } from './fits-across.ts'
import { axe, expect, test, type Page } from './fixtures.ts'

const text = (item: (typeof prerequisiteItems)[number], right: boolean) =>
  (item.options.find(({ correct }) => (correct === true) === right)?.text ?? '').replaceAll('`', '')

async function answer(page: Page, n: number, right: boolean): Promise<void> {
  const item = prerequisiteItems[n] as (typeof prerequisiteItems)[number]
  await expect(page.getByText(`Question ${n + 1} of 8.`)).toBeVisible()
  const option = page.getByRole('radio', { name: text(item, right), exact: false })
  await option.focus()
  await page.keyboard.press('Space')
  await expect(option).toBeChecked()
  await page.getByRole('button', { name: 'Check my answer' }).press('Enter')
  await expect(page.locator('.verdict')).toBeFocused()
}

test('eight questions say what a learner has and send them to what they lack, by keyboard, and count nowhere', async ({
  page,
}) => {
  await page.goto('./')
  await page.getByRole('link', { name: /Prerequisite check/ }).click()
  for (let n = 0; n < 8; n++) {
    // Both of the first prerequisite, one of the second, none of the third, both of the last.
    await answer(page, n, [true, true, true, false, false, false, true, true][n] === true)
    if (n === 0) {
      await expect(page.getByRole('list', { name: 'Options' }).getByRole('listitem')).toHaveCount(4)
      await axe(page)
    }
    if (n === 3) {
      await page.reload()
      await expect(page.getByText('Question 4 of 8.')).toBeVisible()
    }
    await page.getByRole('link', { name: n < 7 ? 'Next question' : 'See what you have' }).press('Enter')
  }
  await expect(
    page.getByRole('heading', { level: 1, name: 'What you have, and what to read first' }),
  ).toBeVisible()
  await expect(page.getByText('You have 2 of the 4 prerequisites.')).toBeVisible()
  const part = (name: string) => page.getByRole('region', { name })
  await expect(part('Symmetric encryption and data keys')).toContainText('You have it')
  await expect(part('Public and private keys')).toContainText('Half of it')
  await expect(part('KMS keys and their records')).toContainText('Read this first')
  await expect(part('Policies and the key administrator').getByRole('link')).toHaveCount(0)
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    if (width >= 390) await axe(page)
    await fitsAcross(page, `${width} px wide`)
  }
  await page.getByRole('link', { name: 'Lesson: A key is not its material' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'A key is not its material' })).toBeVisible()
  await page.goBack()
  await expect(page.getByText('You have 2 of the 4 prerequisites.')).toBeVisible()
  await page.goto('./#/progress')
  await expect(page.getByText('Not enough evidence yet')).toHaveCount(4)
  await expect(page.getByRole('complementary').getByText('quiz: no question answered yet')).toBeVisible()
})

test('an answer is asked for, and an address that was written by hand goes on from what it can read', async ({
  page,
}) => {
  await page.goto('./#/practice/prerequisites?given=nonsense,%3Cb%3E&on=8')
  await page.getByRole('button', { name: 'Check my answer' }).click()
  await expect(page.getByText('Choose an answer first.').first()).toBeVisible()
  await expect(page.getByText('Question 1 of 8.')).toBeVisible()
})
