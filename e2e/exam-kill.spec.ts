import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerSomehow } from './answer-somehow.ts'
import { expect, type Page, test, type Trouble } from './fixtures.ts'
import { ownBrowser, type OwnBrowser } from './own-browser.ts'

const START = new Date('2026-11-28T10:00:00Z')
const MINUTE = 60_000
/** Answered before the browser dies; the rest after it */
const BEFORE = 12
const FLAGGED = [2, 5, 12]
const CERTAINTIES = ['A guess', 'Fairly sure', 'Sure'] as const

const inGrid = (page: Page, n: number) => page.getByRole('button', { name: new RegExp(`^Question ${n},`) })
const shown = (page: Page, n: number) =>
  expect(page.getByText(new RegExp(`^Question ${n} of 25\\.`))).toBeVisible()
/** What the page promises before anything may die. */
const saved = (page: Page) => expect(page.locator('.kept')).toHaveText('Saved')

/** The question that is open and all that was given to it, as it can be seen. */
const given = (page: Page) =>
  page.locator('#content').evaluate((main) => ({
    asks: main.querySelector('.ask-line')?.textContent,
    marked: [...main.querySelectorAll('.opt:has(input:checked) .t')].map((text) => text.textContent),
    pairs: [...main.querySelectorAll('select')].map((list) => list.value),
    order: [...main.querySelectorAll('.steps .t')].map((text) => text.textContent),
    sure: main.querySelector('.sureness label:has(:checked)')?.textContent,
    flag: document.querySelector('.quiz-foot [aria-pressed]')?.getAttribute('aria-pressed'),
  }))

async function openPage({ browser }: OwnBrowser, trouble: Trouble, time: number): Promise<Page> {
  const [context = await browser.newContext()] = browser.contexts()
  await trouble.watch(context)
  const page = await context.newPage()
  await page.clock.install({ time })
  return page
}

test('a whole exam through the death of the browser: answers, flags, certainty and the time left are there', async ({
  baseURL,
  trouble,
}) => {
  const home = baseURL ?? ''
  const profile = mkdtempSync(join(tmpdir(), 'lab-exam-'))
  try {
    const first = await ownBrowser(profile)
    const before = await openPage(first, trouble, START.getTime())
    await before.goto(new URL('#/practice/exam', home).href)
    await before.getByRole('button', { name: 'Begin the block' }).click()
    const was = []
    for (let n = 1; n <= BEFORE; n++) {
      await shown(before, n)
      await answerSomehow(before, n)
      const sure = CERTAINTIES[n % 3] ?? 'Sure'
      await before.getByRole('radio', { name: sure, exact: true }).check()
      if (FLAGGED.includes(n)) await before.getByRole('button', { name: 'Flag', exact: true }).click()
      await expect(inGrid(before, n)).toHaveAccessibleName(
        `Question ${n}, answered${FLAGGED.includes(n) ? ', flagged' : ''}`,
      )
      was.push(await given(before))
      if (n < BEFORE) await before.getByRole('button', { name: 'Next', exact: true }).click()
    }
    const address = before.url()
    await saved(before)
    await first.kill()
    await first.browser.close().catch(() => undefined)

    // Twenty minutes go by until the learner is back.
    const second = await ownBrowser(profile)
    const page = await openPage(second, trouble, START.getTime() + 20 * MINUTE)
    await page.goto(new URL('#/practice', home).href)
    await page.getByRole('link', { name: 'Go on with the exam' }).click()
    await shown(page, 1)
    expect(page.url().split('?')[0]).toBe(address.split('?')[0])
    await expect(page.getByRole('timer')).toHaveText(/^(4\d|50):\d\d left$/)
    await expect(page.getByText(`${BEFORE} of 25 answered.`)).toBeVisible()
    for (let n = 1; n <= BEFORE; n++) {
      await inGrid(page, n).click()
      await shown(page, n)
      expect(await given(page), `question ${n}`).toEqual(was[n - 1])
    }

    for (let n = BEFORE + 1; n <= 25; n++) {
      await inGrid(page, n).click()
      await shown(page, n)
      await answerSomehow(page, n)
    }
    await expect(page.getByText('25 of 25 answered.')).toBeVisible()
    await page.getByRole('button', { name: 'Hand in' }).click()
    await expect(page.getByRole('dialog')).toContainText(
      `Every question has an answer. You flagged questions ${FLAGGED.join(', ')}.`,
    )
    await page.getByRole('button', { name: 'Hand in now' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ of 21$/)
    await expect(page.locator('.results tbody tr')).toHaveCount(25)
    await expect(page.locator('.results').getByText('open', { exact: true })).toHaveCount(0)
    for (const n of FLAGGED)
      await expect(page.getByRole('link', { name: `Question ${n} of 25, flagged` })).toBeVisible()
    const sure = await page.locator('.sure-rows').textContent()
    const said = [...(sure ?? '').matchAll(/of (\d+) right/g)].reduce((sum, [, n]) => sum + Number(n), 0)
    expect(said, 'questions with a certainty').toBe(BEFORE)
    await second.kill()
    await second.browser.close().catch(() => undefined)
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
