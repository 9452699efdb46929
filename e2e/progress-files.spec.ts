import { readFileSync } from 'node:fs'
import { gzipSync } from 'fflate'
import { answered, itemsOf, passed, saveOfLearner, type Learnt } from './learner-save.ts'
import { fitsAcross } from './fits-across.ts'
import { axe, expect, test, type Download, type Page } from './fixtures.ts'

const learner = (now: number): Learnt => ({
  answers: itemsOf('rotation-methods')
    .slice(0, 20)
    .map((item) => answered(item, true, now, 1.5, { certainty: 'high' })),
  passes: [passed('timeline-of-rotation', now, 1.5)],
})

async function openProgress(page: Page): Promise<void> {
  await page.goto('./#/progress')
  await expect(page.getByRole('heading', { level: 1, name: 'What you can show' })).toBeVisible()
}

async function load(page: Page, buffer: Buffer, name = 'learner.json'): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer })
}

async function handed(page: Page, button: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return download
}

const bytesOf = async (download: Download) => readFileSync(await download.path())
const estimate = (page: Page) => page.getByRole('img', { name: /^Estimate 0\.62,/ })
const status = (page: Page) => page.locator('.take-along').getByRole('status')

test('everything goes into one file and comes back in another browser', async ({
  page,
  browser,
  trouble,
}) => {
  await openProgress(page)
  await load(page, saveOfLearner(learner(Date.now())))
  await expect(estimate(page)).toBeVisible()
  const file = await bytesOf(await handed(page, 'Save to file'))

  const context = await browser.newContext()
  await trouble.watch(context)
  const other = await context.newPage()
  await openProgress(other)
  await expect(estimate(other)).toHaveCount(0)
  await load(other, file)
  await expect(status(other)).toContainText('Loaded.')
  await expect(estimate(other)).toBeVisible()
  expect(await bytesOf(await handed(other, 'Save to file'))).toEqual(file)
  await context.close()
})

test('a file takes the place of what was learnt only after a question, by keyboard', async ({ page }) => {
  await openProgress(page)
  const file = saveOfLearner(learner(Date.now()))
  await load(page, file)
  await expect(estimate(page)).toBeVisible()
  await load(page, saveOfLearner({ answers: [], passes: [] }))
  const dialog = page.getByRole('dialog', { name: 'Replace what you did here?' })
  await expect(dialog).toContainText('Here are 20 answers and 1 passed lab.')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(estimate(page)).toBeVisible()
  await load(page, saveOfLearner({ answers: [], passes: [] }))
  await dialog.getByRole('button', { name: 'Load the file' }).press('Enter')
  await expect(estimate(page)).toHaveCount(0)
  await expect(page.getByText('Not enough evidence yet')).toHaveCount(4)
})

test('a hostile file changes nothing and is explained', async ({ page }) => {
  const now = Date.now()
  const honest = saveOfLearner(learner(now))
  const text = honest.toString()
  const future = saveOfLearner({ ...learner(now), passes: [passed('timeline-of-rotation', now, -30)] })
  const forged = saveOfLearner({
    answers: itemsOf('rotation-methods').map((item) => ({ ...answered(item, true, now, 1), share: 7 })),
    passes: [],
  })
  const hostile: readonly (readonly [Buffer, RegExp])[] = [
    [honest.subarray(0, honest.length - 900), /does not read as a whole/],
    [Buffer.from('{"state":{"passed":true},"version":3}'), /not a saved workspace of this lab/],
    [Buffer.from(text.replace('"schema":1', '"schema":9')), /newer version/],
    [Buffer.from(text.replace('"seconds":40', '"__proto__":{"x":1},"seconds":40')), /no saved workspace has/],
    [Buffer.from(text.replace('"right":true', '"right":false')), /does not fit together/],
    [Buffer.from('['.repeat(200_000)), /nests far deeper/],
    [Buffer.from(gzipSync(new Uint8Array(24 * 1024 * 1024))), /unpacks to far more/],
    [future, /a day that has not come yet/],
    [forged, /holds a value that cannot be/],
    [Buffer.from('<html><script>window.__ran = true</script></html>'), /does not read as a whole/],
  ]
  await openProgress(page)
  await load(page, honest)
  await expect(estimate(page)).toBeVisible()
  const before = await bytesOf(await handed(page, 'Save to file'))
  for (const [file, why] of hostile) {
    await load(page, file, '<img src=x onerror="window.__ran = true">.json')
    await page.getByRole('button', { name: 'Load the file' }).click()
    await expect(status(page)).toHaveText(why)
    await expect(estimate(page)).toBeVisible()
  }
  expect(await bytesOf(await handed(page, 'Save to file'))).toEqual(before)
  expect(await page.evaluate(() => '__ran' in window)).toBe(false)
})

test('a file that says wrong answers were right gains nothing', async ({ page }) => {
  const now = Date.now()
  const forged = itemsOf('rotation-methods').map((item) => ({
    ...answered(item, false, now, 1.5),
    right: true,
    share: 1,
    tags: [],
  }))
  await openProgress(page)
  await load(page, saveOfLearner({ answers: forged, passes: [] }))
  await expect(status(page)).toContainText('Loaded.')
  await page.goto('./#/progress?why=rotation-methods')
  await expect(page.getByRole('complementary').getByText('quiz: 0 of 20, guess-corrected')).toBeVisible()
})

test('the evidence is a text with the questions and log entries behind each number', async ({ page }) => {
  await openProgress(page)
  await load(page, saveOfLearner(learner(Date.now())))
  await expect(estimate(page)).toBeVisible()
  const download = await handed(page, 'Save the evidence')
  expect(download.suggestedFilename()).toBe('kms-key-material-lab-evidence.json')
  const evidence = JSON.parse((await bytesOf(download)).toString()) as {
    isNot: string
    metrics: { metric: string; quiz: { value: number; answers: { question: string; asks: string }[] } }[]
    labsPassed: { lab: string; logEntry: number }[]
  }
  expect(evidence.isNot).toContain('Nobody has verified it')
  const [rotation] = evidence.metrics
  expect(rotation).toMatchObject({ metric: 'rotation-methods', quiz: { value: 1 } })
  expect(rotation?.quiz.answers).toHaveLength(20)
  expect(evidence.labsPassed).toMatchObject([{ lab: 'L1.3', logEntry: 12 }])
})

test('the statement says what it is and what it is not, with a name that stays on this device', async ({
  page,
}) => {
  await openProgress(page)
  await load(page, saveOfLearner(learner(Date.now())))
  await expect(estimate(page)).toBeVisible()
  await page.getByRole('link', { name: 'Statement to print' }).focus()
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('heading', { level: 1, name: 'Statement of what was shown so far' }),
  ).toBeVisible()
  await expect(page.getByText('0 of 4 metrics mastered, from 20 answers and 1 passed lab.')).toBeVisible()
  await expect(page.getByText(/^Not a certificate, and not a record of AWS\./)).toBeVisible()
  await page.getByLabel('Name (optional)').fill('Ana <b>María</b>')
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    if (width >= 390) await axe(page)
    await fitsAcross(page, `${width} px wide`)
  }
  await page.reload()
  await expect(page.getByLabel('Name (optional)')).toHaveValue('Ana <b>María</b>')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.printed-name')).toHaveText('Ana <b>María</b>')
  await expect(page.getByRole('button', { name: 'Print the statement' })).toBeHidden()
  await expect(page.getByRole('banner')).toBeHidden()
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
  await page.emulateMedia({ media: 'screen' })
  await page.goto('./#/progress')
  const file = await bytesOf(await handed(page, 'Save to file'))
  const evidence = await bytesOf(await handed(page, 'Save the evidence'))
  expect(`${file.toString()}${evidence.toString()}`).not.toContain('María')
})

test('the progress page prints on at most two sheets, without what only a screen can do', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openProgress(page)
  await load(page, saveOfLearner(learner(Date.now())))
  await expect(estimate(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('complementary')).toBeHidden()
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByText('A record made in this browser, verified by nobody.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(20, 32, 28)')
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBeLessThanOrEqual(2)
})

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
