import { correctOption } from '../src/course/evidence.ts'
import { gameDays } from '../src/course/gameday/game-days.ts'
import { labSeedOf } from '../src/course/gameday/lab-seed.ts'
import { planOf, rootFault } from '../src/course/gameday/plan.ts'
import { questionsOf } from '../src/course/gameday/questions.ts'
import { axe, expect, test, type Page } from './fixtures.ts'
import { workbench } from './workbench.ts'

/** A night of level 1 on which somebody disabled a key: one call repairs it. */
const seed = Array.from({ length: 200 }, (_, i) => i + 1).find(
  (each) => rootFault(planOf(labSeedOf(each, 0), 1)).id === 'G-03',
)
const plan = planOf(labSeedOf(seed ?? 1, 0), 1)

async function answerQuestions(page: Page): Promise<void> {
  for (const question of questionsOf(plan)) {
    const text = question.options.find(({ id }) => id === correctOption(question))?.text ?? ''
    const box = page.locator('form.ask').filter({ hasText: question.asks.replaceAll('`', '') })
    await box.getByRole('radio', { name: text, exact: true }).check()
    await box.getByRole('button', { name: 'Answer', exact: true }).click()
    await expect(box.getByText('That is right.')).toBeVisible()
  }
}

test.describe('a game day', () => {
  test.setTimeout(120_000)

  test('is chosen by level and number, repaired, explained, and ends with a score and the best line', async ({
    page,
  }) => {
    const bench = workbench(page)
    await page.goto('./#/gameday')
    await expect(page.getByRole('heading', { level: 1, name: 'Game day' })).toBeVisible()
    await axe(page)
    await page.getByRole('radio', { name: /One fault/ }).check()
    await page.getByLabel('Number of the night').fill(String(seed))
    await page.getByRole('button', { name: 'Begin the night' }).click()

    const title = gameDays[0]?.title ?? ''
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible({ timeout: 60_000 })
    const apps = page.getByRole('region', { name: 'Apps of Fernhill' })
    await expect(apps.getByText('DisabledException').first()).toBeVisible()
    await expect(
      apps.getByRole('img', { name: /^Last 12 hours: .* failed, the first in the hour/ }).first(),
    ).toBeVisible()
    await axe(page)

    await bench.run('EnableKey', { KeyId: 'Disabled' })
    await bench.travel('+24 h')
    await expect(page.getByRole('heading', { level: 2, name: /Say what happened/ })).toBeVisible()
    await expect(apps.getByText('DisabledException')).toHaveCount(0)

    await page.reload()
    await expect(page.getByRole('heading', { level: 2, name: /Say what happened/ })).toBeVisible({
      timeout: 20_000,
    })
    await answerQuestions(page)
    await page.locator('.trailbtn').click()
    const row = page.locator('.rows tr').filter({ hasText: 'DisableKey' })
    while ((await row.count()) === 0) await page.getByRole('button', { name: /earlier$/ }).click()
    const number = (await row.first().getByRole('cell').first().textContent()) ?? ''
    await page.locator('.trailbtn').click()
    await page.getByLabel('Number of the record that shows the cause').fill(number.trim())
    await page.getByRole('button', { name: 'Keep', exact: true }).click()

    const debrief = page.getByRole('region', { name: 'Debrief' })
    await expect(debrief).toBeVisible()
    await expect(debrief.getByText('20 of 20')).toBeVisible()
    await expect(debrief.getByText('Cause', { exact: true })).toBeVisible()
    await expect(debrief.getByText('You came')).toBeVisible()
    await axe(page)
    await debrief.getByRole('button', { name: 'Play it' }).click()
    await expect(debrief.getByText('1 call, then the ten minutes of proof.')).toBeVisible({ timeout: 60_000 })
    await debrief.getByRole('link', { name: 'Another night' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Game day' })).toBeVisible()
  })

  test('asks before it takes the place of other work, and says what is no night', async ({ page }) => {
    const bench = workbench(page)
    await bench.openLab('L1.1')
    await page.goto('./#/gameday/7?level=2')
    await expect(page.getByRole('heading', { level: 1, name: 'Night 7, level 2' })).toBeVisible()
    await expect(page.getByText(/^This takes the place of your work/)).toBeVisible()
    await page.goto('./#/gameday/7?level=9')
    await expect(page.getByText('A night has a number from 1 to 999999')).toBeVisible()
  })

  test('can be ended early, and the debrief tells all the same', async ({ page }) => {
    await page.goto('./#/gameday/3?level=3')
    await page.getByText('End the night here').first().click({ timeout: 60_000 })
    await page.getByRole('button', { name: 'End the night here' }).click()
    await expect(page.getByRole('region', { name: 'Debrief' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 2, name: /Bring the service back/ })).toBeVisible()
  })
})
