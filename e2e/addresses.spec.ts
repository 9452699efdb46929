import { expect, test } from './fixtures.ts'
import { workbench } from './workbench.ts'

const NOWHERE = [
  './#/lab/L9.9',
  './#/lab/L1.1/step/99',
  './#/lab/L9.9/solution',
  './#/lab/%E0%A4%A',
  './#/glossary/%E0%A4%A',
  './#/lab/<b>L1.1</b>',
]

test('an address that somebody edited leads to a page that says so, and takes no work away', async ({
  page,
}) => {
  const bench = workbench(page)
  const task = page.locator('.tasks-mark').getByText('Task 2 of 5')
  await bench.openLab('L1.1')
  await bench.run('CreateKey')
  await expect(task).toBeVisible()
  await bench.saved()
  for (const address of NOWHERE) {
    // From a page with another heading: that of the address before would do for this one.
    await page.goto('./#/settings')
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveText(
      /^(There is nothing here|Glossary)$/,
    )
  }
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here')
  await page.goto('./#/lab/L1.1?seed=nonsense')
  await expect(task).toBeVisible()
})

test('a second tab on the same lab follows it, and does nothing twice after it takes over', async ({
  page,
  context,
}) => {
  const first = workbench(page)
  await first.openLab('L1.1')
  const other = await context.newPage()
  await other.goto('./#/lab/L1.1')
  await expect(other.getByRole('button', { name: 'Take over' })).toBeVisible()
  await first.run('CreateKey')
  for (const tab of [page, other])
    await expect(tab.locator('.tasks-mark').getByText('Task 2 of 5')).toBeVisible()
  await first.saved()
  await other.getByRole('button', { name: 'Take over' }).click()
  await expect(page.getByRole('button', { name: 'Take over' })).toBeVisible()
  // The one tab has stepped back before the other may write.
  await workbench(other).saved()
  await workbench(other).run('CreateKey', { Origin: 'EXTERNAL' })
  for (const tab of [page, other]) await expect(tab.locator('.strip .last .num')).toHaveText('2')
})

test('a page opened by keyboard goes on in its content, one opened from outside takes no focus', async ({
  page,
}) => {
  await page.goto('./#/glossary')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('body')).toBeFocused()
  const goesOnIn = async (url: RegExp) => {
    await expect(page).toHaveURL(url)
    await expect(page.locator('main:not(.opening)')).toBeFocused()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  }
  await page.getByRole('link', { name: 'Practice', exact: true }).first().press('Enter')
  await goesOnIn(/#\/practice$/)
  await page.getByRole('link', { name: 'Progress', exact: true }).first().press('Enter')
  await goesOnIn(/#\/progress$/)
  await page.goBack()
  await goesOnIn(/#\/practice$/)
})
