import { answerSomehow } from './answer-somehow.ts'
import { fitsAcross } from './fits-across.ts'
import { axe, expect, type Page, test } from './fixtures.ts'

// The clock of a block runs on while a journey takes its time, so the minutes left are known to within the five it may take.
const START = new Date('2026-11-28T10:00:00Z')
const HOUR = 3_600_000

/** Begins a block on the learner's clock, which the test moves. */
async function begin(page: Page, time = '65 minutes'): Promise<void> {
  await page.clock.install({ time: START })
  await page.goto('./#/practice/exam')
  await page.getByRole('radio', { name: time, exact: true }).check()
  await page.getByRole('button', { name: 'Begin the block' }).click()
  await expect(page.getByText(/^Question 1 of 25\./)).toBeVisible()
}

const timer = (page: Page) => page.getByRole('timer')
/** What the page promises before it is loaded anew. */
const saved = (page: Page) => expect(page.locator('.kept')).toHaveText('Saved')
const inGrid = (page: Page, n: number) => page.getByRole('button', { name: new RegExp(`^Question ${n},`) })

test('a block goes on after a reload, tells nothing before its end, and is handed in when the time is over', async ({
  page,
}) => {
  await begin(page)
  await expect(timer(page)).toHaveText(/6[0-5]:\d\d left/)
  await answerSomehow(page)
  await page.getByRole('button', { name: 'Flag', exact: true }).click()
  await page.getByLabel('Fairly sure').check()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByText(/^Question 2 of 25\./)).toBeVisible()
  await expect(inGrid(page, 1)).toHaveAccessibleName('Question 1, answered, flagged')
  const second = await page.locator('.ask-line').textContent()

  await page.clock.fastForward(20 * 60_000)
  await expect(timer(page)).toHaveText(/4[0-5]:\d\d left/)
  await saved(page)
  await page.reload()
  await expect(page.locator('.ask-line')).toHaveText(second ?? '')
  await expect(timer(page)).toHaveText(/4[0-5]:\d\d left/)
  await expect(inGrid(page, 1)).toHaveAccessibleName('Question 1, answered, flagged')
  await inGrid(page, 1).click()
  await expect(page.getByLabel('Fairly sure')).toBeChecked()
  await expect(page.locator('.verdict, .opt.right, .opt.wrong')).toHaveCount(0)

  await page.clock.fastForward(46 * 60_000)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^[01] of 21$/)
  await expect(page.getByText('65 of 65 minutes')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^[01] of 21$/)
})

test('an exam that was left is handed in at its time when the learner comes back', async ({ page }) => {
  await begin(page)
  const { url } = { url: page.url() }
  await page.goto('./#/settings')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await page.clock.fastForward(5 * HOUR)
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('0 of 21')
  await expect(page.getByText('65 of 65 minutes')).toBeVisible()
})

test('a second tab says that it only follows, and shows no answer that is not kept', async ({
  page,
  context,
}) => {
  await begin(page)
  const other = await context.newPage()
  await other.goto(page.url())
  const sure = (tab: Page) => tab.getByLabel('Fairly sure')
  await expect(other.getByText('This workspace is open in another tab.')).toBeVisible()
  await sure(other).click()
  await expect(other.locator('.vh[aria-live]')).toContainText('The answer could not be kept.')
  await expect(sure(other)).not.toBeChecked()
  await answerSomehow(page)
  await sure(page).check()
  await expect(other.getByText('1 of 25 answered.')).toBeVisible()
  await expect(sure(other)).toBeChecked()
  await other.getByRole('button', { name: 'Take over' }).click()
  await expect(other.getByText('This workspace is open in another tab.')).toHaveCount(0)
  await other.getByRole('button', { name: 'Flag', exact: true }).click()
  await expect(inGrid(other, 1)).toHaveAccessibleName('Question 1, answered, flagged')
  await saved(other)
  await other.reload()
  await expect(inGrid(other, 1)).toHaveAccessibleName('Question 1, answered, flagged')
})

test('more time is asked for before the start', async ({ page }) => {
  await begin(page, '130 minutes, twice as much')
  await expect(timer(page)).toHaveText(/1(2[5-9]|30):\d\d left/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a block from start to review, with nothing for axe to find, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await begin(page, 'No limit')
    await expect(timer(page)).toHaveText('No limit')
    await page.setViewportSize({ width: 390, height: 844 })
    // Wherever the learner has scrolled to, the buttons at the foot cover none of the question's.
    for (const top of [0, 150, 300, 2_000]) {
      await page.locator('.quiz-main').evaluate((main, top) => main.scrollTo(0, top), top)
      await axe(page)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await axe(page)
    for (let n = 1; n <= 25; n++) {
      await expect(page.getByText(new RegExp(`^Question ${n} of 25\\.`))).toBeVisible()
      await answerSomehow(page)
      if (n === 1) await page.getByLabel('Sure', { exact: true }).check()
      if (n < 25) await page.getByRole('button', { name: 'Next', exact: true }).press('Enter')
    }
    await expect(page.getByText('25 of 25 answered.')).toBeVisible()
    await inGrid(page, 7).click()
    await page.getByRole('button', { name: 'Flag', exact: true }).click()
    await page.getByRole('button', { name: 'Hand in' }).press('Enter')
    await expect(page.getByRole('dialog')).toContainText(
      'Every question has an answer. You flagged question 7. After this',
    )
    await page.getByRole('button', { name: 'Hand in now' }).press('Enter')

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ of 21$/)
    await expect(page.locator('.results tbody tr')).toHaveCount(25)
    await expect(page.locator('.results tr.p')).toHaveCount(4)
    await expect(page.getByText('It is no scaled score of an exam provider.')).toBeVisible()
    await expect(page.locator('.sure-rows')).toContainText(/of 1 right/)
    await expect(page.getByText('A flag beside the number: you flagged question 7.')).toBeVisible()
    await expect(page.getByText('What blind guesses would bring is taken off')).toBeVisible()
    await page.getByRole('link', { name: 'Question 7 of 25, flagged' }).press('Enter')
    await expect(page.getByText(/^Question 7\. Skill.*Flagged\.$/)).toBeVisible()
    await expect(page.locator('.exam-item ol.opts .w').first()).toBeVisible()
    await axe(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await axe(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await fitsAcross(page, '320 px wide')

    await page.goto('./#/practice')
    await expect(page.getByRole('link', { name: 'Go to the exam' })).toBeVisible()
    await expect(page.locator('.items td .never')).not.toHaveCount(0)
    await page.goto('./#/practice/exam')
    await expect(page.getByRole('heading', { name: 'Earlier blocks' })).toBeVisible()
  })
}

test('what was answered comes back in the review when its day has come', async ({ page }) => {
  await page.clock.install({ time: START })
  await page.goto('./#/review')
  await expect(page.getByText('Nothing is due today.')).toBeVisible()
  await axe(page)
  await page.goto('./#/practice/AQ01?variant=3')
  await page.getByText('Import the same bytes into the same key once more.').click()
  await page.getByLabel('Sure', { exact: true }).check()
  await page.getByRole('button', { name: 'Check my answer' }).click()
  await expect(page.locator('.verdict')).toContainText('Right.')
  await page.goto('./#/review')
  await expect(page.getByText('The next one is due on 29 Nov 2026.')).toBeVisible()

  await page.clock.fastForward(25 * HOUR)
  await page.goto('./#/practice')
  await expect(page.getByText('1 skill is due today, about five minutes.')).toBeVisible()
  const inHead = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Review 1 due' })
  await expect(inHead).toHaveAttribute('href', '#/review')
  await page.getByRole('link', { name: 'Open the review' }).click()
  await page.getByRole('button', { name: 'Start the review' }).press('Enter')
  await expect(page.getByText(/^Question 1 of 1\..*Skill AVL-2/)).toBeVisible()
  await page.getByRole('button', { name: 'Skip it' }).press('Enter')
  await expect(page.getByText('That was the review of today.')).toBeVisible()

  await page.goBack()
  await answerSomehow(page)
  await page.getByLabel('Sure', { exact: true }).check()
  await page.getByRole('button', { name: 'Check my answer' }).press('Enter')
  const told = await page.locator('.verdict').textContent()
  await expect(page.getByText(/^Skill AVL-2 \(recover .*\) returns in the review on/)).toBeVisible()
  await page.reload()
  await expect(page.locator('.verdict')).toHaveText(told ?? '')
  await page.getByRole('button', { name: 'Next question' }).press('Enter')
  await expect(page.getByText(/^That was the review of today\. [01] of 1 right\.$/)).toBeVisible()
})
