import { fitsAcross } from './fits-across.ts'
import { axe, expect, type Locator, type Page, test } from './fixtures.ts'

const cell = (page: Page, row: number, column: number) =>
  page.locator(`[data-row="${row}"][data-column="${column}"]`)
const spoken = (page: Page) => page.locator('[role="status"][aria-live="polite"]')

async function openTable(page: Page, path = ''): Promise<void> {
  await page.goto(`./#/compare${path}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Both runs of the open row are over, and each came to its verdict. */
async function proved(page: Page): Promise<void> {
  await expect(page.getByText(/Scratch keys in this page, \d/)).toBeVisible()
  await expect(page.getByText('did not come to what the table says')).toHaveCount(0)
}

test('the grid is walked by arrow keys, and a row is proved in both columns by Enter', async ({ page }) => {
  await openTable(page)
  const grid = page.getByRole('grid')
  await expect(grid.getByRole('rowheader')).toHaveCount(19)
  await expect(grid.getByRole('columnheader')).toHaveCount(5)
  await cell(page, 1, 1).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(cell(page, 3, 2)).toBeFocused()
  await expect(cell(page, 3, 2)).toContainText('Never automatic.')
  await page.keyboard.press('Home')
  await expect(page.getByRole('rowheader', { name: /Rotation/ }).first()).toBeFocused()
  await page.keyboard.press('Control+End')
  await expect(cell(page, 19, 4)).toBeFocused()
  await page.keyboard.press('Control+Home')
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
  await page.keyboard.press('Enter')

  await proved(page)
  await expect(page).toHaveURL(/#\/compare\/rotation/)
  const [generated, imported] = [0, 1].map((i) => page.locator('.cmp-proof-cell').nth(i)) as [
    Locator,
    Locator,
  ]
  await expect(generated).toContainText(
    'aws kms enable-key-rotation --key-id $K --rotation-period-in-days 90',
  )
  await expect(generated).toContainText('AUTOMATIC')
  await expect(generated).toContainText('2026-04-12T09:00:02+00:00')
  await expect(imported).toContainText('UnsupportedOperationException')
  await expect(imported).toContainText('ON_DEMAND')
  await expect(imported).toContainText('Refused. Then rotated once')

  // Out of the grid by Tab, into what it opened.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Run again' })).toBeFocused()
  await page.keyboard.press('Enter')
  await proved(page)
  await page
    .getByText(/Audit log, \d+ records/)
    .nth(1)
    .press('Enter')
  await expect(page.getByRole('region', { name: 'Audit log: Rotation, Imported' })).toContainText(
    'RotateKeyOnDemand',
  )
  await cell(page, 3, 2).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.cmp-proof')).toHaveCount(0)
  await expect(page).toHaveURL(/#\/compare$/)
})

test('a link opens its row, a store can be brought in, and its cut link is proved too', async ({ page }) => {
  await openTable(page, '/blast-radius')
  await proved(page)
  await page.getByRole('button', { name: 'Compare External key store' }).click()
  await expect(page.getByRole('columnheader', { name: /External key store/ })).toBeVisible()
  await expect(page).toHaveURL(/with=GX/)
  await proved(page)
  await expect(page.locator('.cmp-proof-cell').nth(0)).toContainText('This is not simulated here.')
  await expect(page.locator('.cmp-proof-cell').nth(1)).toContainText('Your proxy stops answering.')
  await expect(page.locator('.cmp-proof-cell').nth(1)).toContainText('Unavailable')
  await page.reload()
  await expect(page.getByRole('columnheader', { name: /External key store/ })).toBeVisible()
})

test('a run can be stopped', async ({ page }) => {
  await openTable(page)
  // A person would need luck to press it in time: the runs are short.
  const pressed = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          const stop = Array.from(document.querySelectorAll('button')).find(
            (one) => one.textContent === 'Stop',
          )
          if (!stop) return
          observer.disconnect()
          stop.click()
          resolve()
        }).observe(document.body, { childList: true, subtree: true })
      }),
  )
  await page.getByRole('button', { name: 'Prove it: Rotation, Imported' }).click()
  await pressed
  await expect(page.getByText('Stopped. Nothing else will run.')).toBeVisible()
  await page.getByRole('button', { name: 'Run again' }).click()
  await proved(page)
})

test('the lens changes the words, rows can be hidden, and a competency keeps its own', async ({ page }) => {
  await openTable(page)
  const rotation = cell(page, 3, 2)
  await expect(rotation).toContainText('Manual: the user must rotate.')
  await expect(rotation).toContainText('Never automatic.')
  await page.getByRole('radio', { name: 'Study material says' }).press('Space')
  await expect(rotation).toContainText('Manual: the user must rotate.')
  await expect(rotation).not.toContainText('Never automatic.')
  await expect(page).toHaveURL(/lens=exam/)
  await page.getByRole('radio', { name: 'AWS does today' }).press('Space')
  await expect(rotation).toContainText('Never automatic.')
  await expect(rotation).not.toContainText('Manual: the user must rotate.')

  await page.getByText('Hide rows').press('Enter')
  await page.getByRole('checkbox', { name: 'Origin' }).press('Space')
  await expect(spoken(page)).toContainText('18 of 19 rows shown.')
  await expect(page.getByRole('rowheader')).toHaveCount(18)
  await page.getByRole('button', { name: 'Show all rows' }).press('Enter')
  await page.getByLabel('Competency').selectOption('ROT-2')
  await expect(page.getByRole('rowheader')).toHaveCount(1)
  await axe(page)
})

test('the quiz is solved by choosing, by picking and placing, and by dragging', async ({ page }) => {
  await openTable(page)
  const wanted = await Promise.all(
    [1, 2, 3, 4, 5, 6].flatMap((row) =>
      [1, 2].map(async (column) => ({
        row: (
          (await cell(page, row, 0)
            .locator('span + span')
            .evaluate((e) => e.firstChild?.textContent)) ?? ''
        ).trim(),
        column: column === 1 ? 'AWS-generated' : 'Imported',
        claim: (await cell(page, row, column).locator('.cmp-cl > p').innerText()).trim(),
      })),
    ),
  )
  await page.getByRole('button', { name: 'Quiz me' }).press('Enter')
  const [first, second, third, ...rest] = wanted
  const slot = ({ row, column }: { row: string; column: string }) => `${row}, ${column}`
  const tray = page.getByRole('region', { name: 'Claims' })

  if (!first || !second || !third) throw new Error('the table has no rows')
  await page.getByLabel(slot(first), { exact: true }).selectOption({ label: second.claim })
  await tray.getByRole('button', { name: first.claim }).press('Enter')
  await page.getByRole('button', { name: `Place the picked claim here: ${slot(second)}` }).press('Enter')
  await tray.getByRole('button', { name: third.claim }).dragTo(page.getByLabel(slot(third), { exact: true }))
  for (const one of rest) await page.getByLabel(slot(one), { exact: true }).selectOption({ label: one.claim })
  await page.getByRole('button', { name: 'Check' }).press('Enter')
  await expect(spoken(page)).toContainText('10 of 12 claims are in their place.')
  await expect(page.getByText('Here belongs:')).toHaveCount(2)
  await axe(page)

  for (const one of [first, second])
    await page.getByRole('button', { name: `Take the claim out: ${slot(one)}` }).press('Enter')
  for (const one of [first, second])
    await page.getByLabel(slot(one), { exact: true }).selectOption({ label: one.claim })
  await page.getByRole('button', { name: 'Check' }).press('Enter')
  await expect(spoken(page)).toContainText('12 of 12 claims are in their place.')
})

test('one script runs in two worlds, and the lines that differ are marked', async ({ page }) => {
  await openTable(page, '/two-worlds')
  await expect(page.getByText('2 lines of 2 are answered differently.')).toBeVisible()
  await page.getByRole('link', { name: 'Stop the key and start it again' }).press('Enter')
  await expect(page.getByText(/^0 lines of \d+ are answered differently/)).toBeVisible()
  await expect(page.getByText('Differs', { exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: 'Let a year pass' }).press('Enter')
  await expect(page.getByText('Differs', { exact: true })).toHaveCount(2)
  await expect(page.getByText('12 Jan to 13 Jan 2027, 366 days')).toBeVisible()
  await axe(page)
})

test('all rows and columns fit on one printed page', async ({ page }) => {
  await openTable(page)
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.cmp-print')
  await expect(sheet).toBeVisible()
  await expect(sheet.locator('tbody tr')).toHaveCount(19)
  await expect(page.getByRole('grid')).toBeHidden()
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
})

const sizes = [
  [1440, 900],
  [390, 844],
  [760, 600],
  [320, 640],
] as const
for (const colorScheme of ['light', 'dark'] as const)
  test(`an open row has no fault that axe can find at any size, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      await openTable(page, '/availability')
      await proved(page)
      if (width >= 390) await axe(page)
      await fitsAcross(page, `${width} px wide`)
    }
  })
