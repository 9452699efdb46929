import { answerSomehow } from './answer-somehow.ts'
import { expect, type Page, test } from './fixtures.ts'

/** What a screen reader is told: names, groups with what they are about, states, and the result. */

async function open(page: Page, place: string): Promise<void> {
  await page.goto(`./#/practice/${place}`)
  await expect(page.getByRole('button', { name: 'Check my answer' })).toBeVisible()
}

const asks = async (page: Page) => (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''

async function check(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'How sure are you?' }).getByLabel('Fairly sure').check()
  await page.getByRole('button', { name: 'Check my answer' }).press('Enter')
}

/** The result takes the focus, so that it is said first; each part of the answer says in words how it was. */
async function told(page: Page, verdict: string, tags: readonly string[]): Promise<void> {
  const result = page.locator('.verdict')
  await expect(result).toBeFocused()
  await expect(result).toHaveText(new RegExp(verdict))
  await expect(page.getByRole('list', { name: 'Options' })).toBeVisible()
  for (const tag of tags)
    await expect(page.getByRole('listitem').getByText(tag, { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await expect(page.getByRole('checkbox')).toHaveCount(0)
}

test('the page of a question has its landmarks, one heading and the certainty as a group', async ({
  page,
}) => {
  await open(page, 'AQ01?variant=3')
  const banner = page.getByRole('banner')
  await expect(banner).toMatchAriaSnapshot(`
    - link "Home"
    - navigation "Main":
      - link "Practice"
    - text: /Question \\d+ of \\d+/
    - button "Theme"
  `)
  const main = page.getByRole('main')
  await expect(main.getByText(/^Question \d+ of \d+\. Choose one\. Skill AVL-2\.$/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  const certainty = main.getByRole('group', { name: 'How sure are you?' })
  await expect(certainty.getByRole('radio')).toHaveCount(3)
  for (const name of ['A guess', 'Fairly sure', 'Sure'])
    await expect(certainty.getByRole('radio', { name, exact: true })).not.toBeChecked()
  await expect(page.getByRole('contentinfo')).toMatchAriaSnapshot(`
    - button "Check my answer"
    - button "Skip it"
    - link "Open this as a lab"
  `)
})

for (const [type, place] of [
  ['single', 'AQ01?variant=3'],
  ['predict', 'RQ09?variant=3'],
  ['log', 'RQ17?variant=3'],
  ['arch', 'RQ19?variant=3'],
  ['hotspot', 'AQ07?variant=3'],
] as const) {
  test(`${type}: the group is named by its question, one field is checked, and the answer is told in words`, async ({
    page,
  }) => {
    await open(page, place)
    const group = page.getByRole('group', { name: await asks(page) })
    const fields = group.getByRole('radio')
    const count = await fields.count()
    expect(count).toBeGreaterThanOrEqual(3)
    for (const field of await fields.all()) await expect(field).toHaveAccessibleName(/\w{3}/)
    await fields.nth(1).focus()
    await page.keyboard.press('Space')
    await expect(group.getByRole('radio', { checked: true })).toHaveCount(1)
    await expect(fields.nth(1)).toBeChecked()
    if (type === 'log') {
      await expect(page.getByRole('table', { name: 'Records, the oldest first' })).toBeVisible()
      const record = page.getByRole('button', { name: /^Record \d+, \w+, as JSON$/ }).first()
      await expect(record).toHaveAttribute('aria-expanded', 'false')
      await record.press('Enter')
      await expect(record).toHaveAttribute('aria-expanded', 'true')
    }
    if (type === 'hotspot') await expect(page.getByRole('region', { name: 'States of a key' })).toBeVisible()
    const mine = (await page.locator('label.opt').nth(1).locator('.t').textContent()) ?? ''
    await check(page)
    const right = await page.locator('ol.opts > li.right.mine').count()
    await told(
      page,
      right ? 'Right\\.' : 'Not so\\.',
      right ? ['Your answer, right'] : ['Your answer, wrong', 'Right answer'],
    )
    const line = page.getByRole('list', { name: 'Options' }).getByRole('listitem').filter({ hasText: mine })
    await expect(line.first()).toContainText(/Your answer, (right|wrong)/)
    if (type === 'predict')
      await expect(
        page.getByRole('complementary').getByRole('table', { name: 'Records, the oldest first' }),
      ).toBeVisible()
  })
}

test('multi: boxes are checked one by one, and how many is said as it changes', async ({ page }) => {
  await open(page, 'RQ14?variant=3')
  const group = page.getByRole('group', { name: await asks(page) })
  await expect(page.getByText(/Choose two\./)).toBeVisible()
  await expect(group.getByRole('status')).toHaveText('0 of 2 marked')
  const [first, second] = [group.getByRole('checkbox').nth(0), group.getByRole('checkbox').nth(1)]
  for (const box of [first, second]) {
    await box.focus()
    await page.keyboard.press('Space')
    await expect(box).toBeChecked()
  }
  await expect(group.getByRole('status')).toHaveText('2 of 2 marked')
  await check(page)
  const wrong = await page.locator('ol.opts > li.mine.wrong').count()
  const right = await page.locator('ol.opts > li.mine.right').count()
  expect(wrong + right).toBe(2)
  await told(page, wrong ? 'Not so\\.' : 'Right\\.', [
    ...(wrong ? ['Your answer, wrong'] : []),
    ...(right ? ['Your answer, right'] : []),
  ])
})

test('order: each button names its step, the end of the list is told, and a move is said', async ({
  page,
}) => {
  await open(page, 'AQ10?variant=3')
  const list = page.getByRole('list', { name: await asks(page) })
  const steps = list.getByRole('listitem')
  await expect(steps).toHaveCount(4)
  const first = (await steps.first().locator('.t').textContent()) ?? ''
  const up = list.getByRole('button', { name: `Move up: ${first}` })
  const down = list.getByRole('button', { name: `Move down: ${first}` })
  await expect(up).toHaveAttribute('aria-disabled', 'true')
  await expect(down).toHaveAttribute('aria-disabled', 'false')
  await down.press('Enter')
  await expect(page.locator('.announcer')).toHaveText(/^Now at place 2 of 4\./)
  await expect(down).toBeFocused()
  await check(page)
  const result = page.locator('.verdict')
  await expect(result).toBeFocused()
  const told = page.getByRole('list', { name: 'The right order' }).getByRole('listitem')
  await expect(told).toHaveCount(4)
  for (const step of await told.all()) await expect(step).toContainText(/in its place|you had it at [1-4]/)
})

test('match: each list is named by what stands beside it, and each pair is told in words', async ({
  page,
}) => {
  await open(page, 'RQ07?variant=3')
  const group = page.getByRole('group', { name: await asks(page) })
  const lists = group.getByRole('combobox')
  await expect(lists).toHaveCount(4)
  for (const list of await lists.all()) {
    await expect(list).toHaveAccessibleName(/^What belongs to: .*\w{3}/)
    await list.selectOption({ index: 1 })
  }
  await check(page)
  await told(page, 'Not so\\.\\s*In part', ['Your answer, wrong', 'Your answer, right', 'Right answer'])
})

test('exam: the clock, the questions at a glance, flag and dialog say what they are and how they stand', async ({
  page,
}) => {
  await page.goto('./#/practice/exam')
  await page.getByRole('button', { name: 'Begin the block' }).click()
  await expect(page.getByText(/^Question 1 of 25\./)).toBeVisible()
  await expect(page.getByRole('banner').getByRole('timer')).toHaveText(/^6[0-5]:\d\d left$/)
  const grid = page.getByRole('complementary')
  await expect(grid).toMatchAriaSnapshot(`
    - heading "Questions" [level=2]
    - paragraph: 0 of 25 answered.
    - list:
      - listitem:
        - button "Question 1, open"
      - listitem:
        - button "Question 2, open"
    - paragraph: /Filled/
  `)
  await expect(grid.getByRole('button')).toHaveCount(25)
  await expect(grid.getByRole('button', { name: 'Question 1, open' })).toHaveAttribute('aria-current', 'step')
  await answerSomehow(page)
  const flag = page.getByRole('contentinfo').getByRole('button', { name: 'Flag' })
  await expect(flag).toHaveAttribute('aria-pressed', 'false')
  await flag.press('Enter')
  await expect(page.getByRole('contentinfo').getByRole('button', { name: 'Flagged' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(grid.getByRole('button', { name: 'Question 1, answered, flagged' })).toBeVisible()

  await page.getByRole('button', { name: 'Hand in' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Hand in the block?' })
  await expect(dialog).toHaveAccessibleDescription(
    /^24 questions without an answer\..*You flagged question 1\./,
  )
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: 'Hand in' }).press('Enter')
  await dialog.getByRole('button', { name: 'Hand in now' }).press('Enter')
  const results = page.getByRole('table', { name: 'Questions of this block' })
  await expect(results.getByRole('row')).toHaveCount(26)
  const link = results.getByRole('link', { name: 'Question 1 of 25, flagged' })
  await expect(link).toHaveAttribute('aria-current', 'true')
})
