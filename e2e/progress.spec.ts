import { answered, itemsOf, passed, saveOfLearner, type Learnt } from './learner-save.ts'
import { fitsAcross } from './fits-across.ts'
import { axe, expect, test, type Page } from './fixtures.ts'

async function openSave(page: Page, learnt: Learnt): Promise<void> {
  await page.goto('./#/settings')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.locator('input[type=file]').setInputFiles({
    name: 'learner.json',
    mimeType: 'application/json',
    buffer: saveOfLearner(learnt),
  })
  await expect(page.getByText('Loaded.').first()).toBeVisible()
}

/** All of rotation right, half of availability, a lab of each. */
function learner(now: number): Learnt {
  return {
    answers: [
      ...itemsOf('rotation-methods')
        .slice(0, 20)
        .map((item) => answered(item, true, now, 1.5, { certainty: 'high' })),
      ...itemsOf('availability-risks')
        .slice(0, 14)
        .map((item, i) => answered(item, i % 2 === 0, now, 0.5, { certainty: i % 3 === 0 ? 'high' : 'low' })),
    ],
    passes: [passed('timeline-of-rotation', now, 1.5), passed('four-ways-to-stop-a-key', now, 0.5)],
  }
}

const panel = (page: Page) => page.getByRole('complementary')

test('says of a newcomer that there is not enough evidence, and where to begin', async ({ page }) => {
  await page.goto('./#/progress')
  await expect(page.getByRole('heading', { level: 1, name: 'What you can show' })).toBeVisible()
  await expect(page.getByRole('cell', { name: /Estimate|No estimate/ })).toHaveCount(4)
  await expect(page.getByText('Not enough evidence yet')).toHaveCount(4)
  await expect(page.getByText(/fail/i)).toHaveCount(0)
  await expect(
    panel(page).getByRole('heading', { name: 'The two quickest things that change it' }),
  ).toBeVisible()
  await panel(page).getByRole('listitem').filter({ hasText: 'min' }).first().getByRole('link').click()
  await expect(page).toHaveURL(/#\/(practice|lab)/)
})

test('shows for every number what it is made of, by keyboard too', async ({ page }) => {
  await openSave(page, learner(Date.now()))
  await page.goto('./#/progress')
  // 20 of 20 right; of 10 by weight the lab shows ROT-2, ROT-3 (twice) and ROT-6 at 0.6.
  await expect(
    page.getByRole('img', { name: /^Estimate 0\.62, between 0\.\d+ and 0\.\d+\. The line is at 0\.80\.$/ }),
  ).toBeVisible()
  const why = page.getByRole('link', { name: 'Why: Availability risks' })
  await why.focus()
  await page.keyboard.press('Enter')
  const heading = panel(page).getByRole('heading', { name: /^Why Availability risks is at 0\.\d+$/ })
  await expect(heading).toBeFocused()
  await page.getByRole('link', { name: 'Why: Rotation methods' }).click()
  await expect(panel(page).getByRole('heading', { name: 'Why Rotation methods is at 0.62' })).toBeVisible()
  const rules = panel(page).getByRole('list').filter({ hasText: 'Estimate at least 0.80' })
  await expect(rules.getByRole('listitem')).toHaveText([
    /missing.*Estimate at least 0\.80.*0\.62/,
    /holds.*Quiz at least 0\.70.*1\.00/,
    /missing.*Labs at least 0\.70.*0\.24/,
    /holds.*12 questions, over 80 % of the skills.*20, 7 of 7/,
    /missing.*Each required skill at least 0\.60.*1 of 3/,
    /missing.*One challenge without help.*none/,
    /holds.*No held belief on a required skill.*none/,
  ])
  await panel(page).getByText('20 answers').click()
  await expect(panel(page).getByRole('link', { name: 'RQ01' })).toBeVisible()
  await panel(page).getByText('The skills, one by one').click()
  await expect(panel(page).getByRole('link', { name: 'L1.3' }).first()).toBeVisible()
})

test('a sure and wrong answer shows as a held belief, with what clears it', async ({ page }) => {
  const [item] = itemsOf('rotation-methods')
  if (!item || !('options' in item)) throw new TypeError('the first question has options')
  const wrong = item.options.find(({ misconception }) => misconception && misconception !== 'M-00')
  const number = Number(wrong?.misconception?.slice(2))
  await page.goto(`./#/practice/${item.id}?variant=1`)
  await page.getByRole('radio', { name: wrong?.text.replaceAll('`', '') ?? '' }).check({ force: true })
  await page.getByRole('radio', { name: 'Sure', exact: true }).check({ force: true })
  await page.getByRole('button', { name: 'Check my answer' }).click()
  await expect(page.getByText('Not so.')).toBeVisible()
  // Said when the answer is kept; below, the page is loaded anew.
  await expect(page.getByText(/returns in the review on/)).toBeVisible()
  await page.goto('./#/progress')
  const belief = page.getByRole('link', { name: new RegExp(`^Belief ${number}, held:`) })
  await belief.click()
  await expect(panel(page).getByRole('heading', { name: `Belief ${number}`, exact: true })).toBeFocused()
  await expect(panel(page).getByText(`Question ${item.id}, you were sure`)).toBeVisible()
  await expect(panel(page).getByRole('heading', { name: 'What clears it' })).toBeVisible()
  await page.reload()
  await expect(panel(page).getByText(`Question ${item.id}, you were sure`)).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has no fault that axe can find and never scrolls sideways when filled, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openSave(page, learner(Date.now()))
    for (const width of [1440, 820, 390, 320]) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto('./#/progress?why=availability-risks&belief=M-10')
      await expect(page.getByRole('heading', { name: 'Belief 10', exact: true })).toBeVisible()
      if (width >= 390) await axe(page)
      await fitsAcross(page, `${width} px wide`)
    }
  })
}
