import { axe, expect, type Locator, type Page, test } from './fixtures.ts'

/** Opens one variant of a question. */
async function open(page: Page, place: string): Promise<void> {
  await page.goto(`./#/practice/${place}`)
  await expect(page.getByRole('button', { name: 'Check my answer' })).toBeVisible()
}

/** By the Tab key alone, as far as a learner would go. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the Tab key does not lead there')
}

/** In a group of radio buttons: Tab into it, then arrows. */
async function choose(page: Page, name: string | RegExp): Promise<void> {
  const target = page.getByRole('radio', { name })
  const group = page.getByRole('group').filter({ has: target })
  const checked = group.locator('input:checked')
  await tabTo(page, (await checked.count()) ? checked : group.getByRole('radio').first())
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 8; presses++) {
    if (await target.isChecked()) return
    await page.keyboard.press('ArrowDown')
  }
  await expect(target).toBeChecked()
}

async function check(page: Page): Promise<void> {
  await choose(page, 'Fairly sure')
  await tabTo(page, page.getByRole('button', { name: 'Check my answer' }))
  await page.keyboard.press('Enter')
}

const verdict = (page: Page) => page.locator('.verdict')

test('a question with one answer is answered by keyboard; each option has its reason and the focus is on the result', async ({
  page,
}) => {
  await open(page, 'AQ01?variant=3')
  await tabTo(page, page.getByRole('button', { name: 'Check my answer' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Answer the question and say how sure you are.').first()).toBeVisible()
  await page.getByRole('banner').getByRole('link').first().focus()
  await choose(page, 'Import new random bytes into the same key and enable it.')
  await check(page)
  await expect(verdict(page)).toBeFocused()
  await expect(verdict(page)).toContainText('Not so.')
  await expect(page.locator('ol.opts > li')).toHaveCount(4)
  await expect(page.locator('ol.opts .w')).toHaveCount(4)
  await expect(page.locator('ol.opts > li.wrong')).toContainText('Belief 7')
  await expect(page.locator('ol.opts > li.right')).toContainText('Right answer')
  await expect(page.getByText(/^Checked 23 Nov 2026/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Belief 7 is seen once' })).toBeVisible()
  await expect(page.getByText(/^Skill AVL-2 \(recover .*\) returns in the review on/)).toBeVisible()
  await axe(page)

  await page.getByRole('button', { name: 'Ask it another way' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Check my answer' })).toBeVisible()
  await expect(page).not.toHaveURL(/variant=3(?!\d)/)
  await page.goto('./#/practice?wrong=1')
  await expect(page.getByRole('row', { name: /AQ01/ })).toContainText('wrong')
  await expect(page.getByText(/^1 of \d+ questions$/)).toBeVisible()
})

test('several answers: the number is stated, and only that many can be checked', async ({ page }) => {
  await open(page, 'RQ14?variant=3')
  await expect(page.getByText(/Choose two/)).toBeVisible()
  await tabTo(page, page.getByRole('checkbox', { name: /Encrypt of new data/ }))
  await page.keyboard.press('Space')
  await expect(page.getByText('1 of 2 marked')).toBeVisible()
  await check(page)
  await expect(verdict(page)).toHaveCount(0)
  await page.getByRole('banner').getByRole('link').first().focus()
  await tabTo(page, page.getByRole('checkbox', { name: /GenerateDataKey/ }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: 'Check my answer' }))
  await page.keyboard.press('Enter')
  await expect(verdict(page)).toContainText('Right.')
})

test('an order is made with the buttons beside the steps, which keep the focus, and by dragging', async ({
  page,
}) => {
  await open(page, 'AQ10?variant=3')
  const right = [/CancelKeyDeletion/, /Disabled/, /Call EnableKey/, /Decrypt an old/]
  for (const [place, step] of right.entries()) {
    const up = page.getByRole('button', { name: new RegExp(`Move up: .*${step.source}`) })
    const at = async () => {
      const rows = await page.locator('.steps > li').allTextContents()
      return rows.findIndex((row) => step.test(row))
    }
    while ((await at()) > place) {
      await tabTo(page, up)
      await page.keyboard.press('Enter')
      await expect(up).toBeFocused()
    }
    await page.getByRole('banner').getByRole('link').first().focus()
  }
  await check(page)
  await expect(verdict(page)).toContainText('Right.')

  await open(page, 'AQ10?variant=4')
  const rows = page.locator('.steps > li')
  const last = await rows.last().locator('.t').textContent()
  const grip = (await rows.last().locator('.grip').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const first = (await rows.first().boundingBox()) ?? { x: 0, y: 0 }
  await page.mouse.move(grip.x + 12, grip.y + 12)
  await page.mouse.down()
  await page.mouse.move(grip.x + 12, first.y + 60, { steps: 4 })
  await page.mouse.move(grip.x + 12, first.y + 2, { steps: 4 })
  await page.mouse.up()
  await expect(rows.first().locator('.t')).toHaveText(last ?? '')
})

test('pairs are chosen from lists by keyboard', async ({ page }) => {
  await open(page, 'RQ07?variant=3')
  const pairs = [
    [/whose material KMS generated/, 'Automatic, if you enable it.'],
    [/with imported material/, 'Not automatic: the new bytes come from you.'],
    [/CloudHSM key store/, 'By a new key that KMS fills, with the alias moved.'],
    [/AWS managed key/, 'Automatic every year, without a switch.'],
  ] as const
  for (const [left, answer] of pairs) {
    const list = page.getByRole('combobox', { name: left })
    await tabTo(page, list)
    for (let presses = 0; presses < 5; presses++) {
      if ((await list.locator('option:checked').textContent()) === answer) break
      await page.keyboard.press('ArrowDown')
    }
  }
  await check(page)
  await expect(verdict(page)).toContainText('Right.')
})

test('a picture and its list are one: an area marks the field, and the field marks the area', async ({
  page,
}) => {
  await open(page, 'AQ07?variant=3')
  await page.locator('.target[data-area="Disabled"]').click()
  await expect(page.getByRole('radio', { name: /Disabled/ })).toBeChecked()
  await choose(page, /Pending import/)
  await expect(page.locator('.picture .area.marked')).toHaveCount(1)
  await check(page)
  await expect(verdict(page)).toContainText('Right.')
  await expect(page.locator('.picture .area.right')).toHaveCount(1)

  await open(page, 'RQ11?variant=3')
  await choose(page, /Material A/)
  await check(page)
  await expect(verdict(page)).toContainText('Right.')

  await open(page, 'IQ07?variant=3')
  await choose(page, /HSM inside KMS/)
  await check(page)
  await expect(verdict(page)).toContainText('Right.')
})

test('after a prediction the engine does it, and its records show', async ({ page }) => {
  await open(page, 'RQ09?variant=3')
  await choose(page, /ValidationException/)
  await check(page)
  await expect(verdict(page)).toContainText('Right.')
  const proof = page.getByRole('complementary')
  await expect(proof.getByRole('row', { name: /EnableKeyRotation/ })).toContainText('ValidationException')
})

test('a log is written by the engine, and a record opens as JSON by keyboard', async ({ page }) => {
  await open(page, 'RQ17?variant=3')
  const record = page.getByRole('button', { name: /RotateKeyOnDemand, as JSON/ })
  await expect(record).toBeVisible()
  await tabTo(page, record)
  await page.keyboard.press('Enter')
  await expect(page.getByText('"eventName": "RotateKeyOnDemand"')).toBeVisible()
  await axe(page)
  await choose(page, /Dario asked for it/)
  await check(page)
  await expect(verdict(page)).toContainText('Right.')
})

test('a case with its deciding fact is answered by keyboard', async ({ page }) => {
  await open(page, 'RQ19?variant=3')
  await choose(page, /A new data key/)
  await check(page)
  await expect(verdict(page)).toContainText('Right.')
})

test('filters stand in the address and lead through the questions that fit', async ({ page }) => {
  await page.goto('./#/practice')
  await page.getByRole('combobox', { name: 'Metric' }).selectOption('Rotation methods')
  await page.getByRole('combobox', { name: 'Form' }).selectOption('Predict the result')
  await expect(page).toHaveURL(/#\/practice\?metric=rotation-methods&type=predict/)
  const count = await page.getByRole('row').count()
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Form' })).toHaveValue('predict')
  await expect(page.getByRole('row')).toHaveCount(count)
  await page.getByRole('link', { name: /^Start with/ }).click()
  await expect(page.getByText(`Question 1 of ${count - 1}. Predict the result.`)).toBeVisible()
  await page.getByRole('button', { name: 'Skip it' }).click()
  await expect(page.getByText(`Question 2 of ${count - 1}. Predict the result.`)).toBeVisible()
  await page.goBack()
  await expect(page.getByText(`Question 1 of ${count - 1}. Predict the result.`)).toBeVisible()
})

test('a question opens as a lab with its world, and comes back as it was: marked, then answered with its reasons', async ({
  page,
}) => {
  await open(page, 'AQ01?variant=5')
  const stem = await page.locator('.question .ask-line').textContent()
  const wrong = page.getByRole('radio', { name: /Import new random bytes/ })
  await page.getByText('Import new random bytes into the same key and enable it.').click()
  await page.getByRole('radio', { name: 'Fairly sure' }).check()
  const intoTheLab = async () => {
    await page.getByRole('link', { name: 'Open this as a lab' }).first().click()
    await expect(page.locator('#brief')).toContainText(stem ?? '')
  }
  const back = () => page.getByRole('link', { name: 'Back to the question' }).click()
  await intoTheLab()
  await back()
  await expect(wrong).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Fairly sure' })).toBeChecked()
  await page.getByRole('button', { name: 'Check my answer' }).click()
  await expect(page.getByText(/^Skill AVL-2 \(recover .*\) returns in the review on/)).toBeVisible()

  await intoTheLab()
  // Another visit: only what is kept can tell.
  await page.reload()
  await expect(page.locator('#brief')).toContainText(stem ?? '')
  await back()
  await expect(page).toHaveURL(/variant=5/)
  await expect(page.locator('.question .ask-line')).toHaveText(stem ?? '')
  await expect(verdict(page)).toContainText('Not so.')
  await expect(page.locator('ol.opts > li.wrong')).toContainText('Your answer')
  await expect(page.locator('ol.opts .w')).toHaveCount(4)
  await expect(page.getByRole('heading', { name: 'You were fairly sure' })).toBeVisible()
  await page.getByRole('button', { name: 'Ask it another way' }).click()
  await expect(page.getByRole('button', { name: 'Check my answer' })).toBeVisible()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
})

test('the world of a question says what to do with its form, and which material it calls A', async ({
  page,
}) => {
  await page.goto('./#/practice/AQ10/try?variant=5')
  await expect(page.getByRole('heading', { level: 1, name: 'Try your order' })).toBeVisible()
  await expect(page.locator('#brief')).toContainText('Go through the steps in the order you think right')
  await expect(page.locator('#world')).toContainText('Pending deletion')
  await axe(page)
  await page.reload()
  await expect(page.locator('#world')).toContainText('Pending deletion')

  await page.goto('./#/practice/RQ11/try?variant=3')
  await expect(page.getByRole('heading', { level: 1, name: 'Find the place' })).toBeVisible()
  const [a, b] = [/K1, material A: (\w{8}), non-current/, /K1, material B: (\w{8}), current/].map((line) =>
    page.locator('#brief').getByText(line),
  )
  const idIn = async (line = page.locator('#brief')) => await line.locator('code').textContent()
  const [first, second] = [await idIn(a), await idIn(b)]
  expect(first).not.toBe(second)
  const socket = (id: string | null) => page.locator('#world .w-sockets li').filter({ hasText: id ?? '' })
  await expect(socket(first)).toContainText('non-current')
  await expect(socket(second)).toContainText(/(?<!non-)current/)

  for (const [id, title] of [
    ['IQ11', 'Try the pairs'],
    ['AQ05', 'Look behind the log'],
    ['RQ09', 'See what happens'],
    ['RQ19', 'Try the options'],
  ] as const) {
    await page.goto(`./#/practice/${id}/try?variant=3`)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }
})
