import type { ExamAttempt } from '../src/course/exam-attempt.ts'
import { answersToKeep, examResults, tally, tallyByMetric } from '../src/course/exam-results.ts'
import { assembleExam, beginExam } from '../src/course/exam.ts'
import { gameDays } from '../src/course/gameday/game-days.ts'
import type { Item, Response } from '../src/course/item-definition.ts'
import { items } from '../src/course/items/index.ts'
import { variantOf } from '../src/course/items/variant-of.ts'
import type { Metric } from '../src/course/lab-definition.ts'
import { labs } from '../src/course/labs/index.ts'
import { figure } from '../src/course/mastery/figure.ts'
import { judged, mastery } from '../src/course/mastery/mastery.ts'
import { metrics } from '../src/course/words/metrics.ts'
import { rightAnswer, saveOfLearner, wrongAnswer } from './learner-save.ts'
import { expect, test, type Page } from './fixtures.ts'

const ATTEMPT = 'block-one'
const METRICS = Object.keys(metrics) as Metric[]
const byId = new Map(items.map((item) => [item.id, item]))
const itemOf = (id: string) => byId.get(id) as Item

/** A block with every answer given, every third of them wrong, which waits to be handed in. */
function wholeBlock(now: number): ExamAttempt {
  const begun = beginExam(ATTEMPT, 7, assembleExam(items, 7, new Set()), 'untimed', now)
  const responses: Record<string, Response> = {}
  for (const [i, { itemId }] of begun.items.entries())
    responses[itemId] = i % 3 === 0 ? wrongAnswer(itemOf(itemId)) : rightAnswer(itemOf(itemId))
  const seconds = Object.fromEntries(begun.items.map(({ itemId }) => [itemId, 30]))
  return { ...begun, responses, seconds }
}

/** What stands in the list of questions on the results page: number to right, wrong or pilot. */
async function results(page: Page): Promise<readonly string[]> {
  return page
    .locator('.results tbody tr .res')
    .evaluateAll((cells) => cells.map((cell) => (cell.textContent ?? '').trim()))
}

/** On the progress page: what the panel of a metric says of its questions. */
async function panelOf(page: Page, metric: Metric) {
  await page.goto(`./#/progress?why=${metric}`)
  const panel = page.getByRole('complementary')
  await expect(
    panel.getByRole('heading', { name: `${metrics[metric].title}`, exact: false }).first(),
  ).toBeVisible()
  const sum = panel.locator('.sum > div').first()
  await expect(sum.locator('dt')).toHaveText(/^quiz: \d+ of \d+, guess-corrected$/)
  const answers = await panel
    .locator('ul.evidence')
    .first()
    .locator('li')
    .evaluateAll((lines) =>
      lines.map(
        (line) =>
          [
            line.querySelector('a')?.textContent ?? '',
            line.querySelector('.vh')?.textContent === 'right',
          ] as const,
      ),
    )
  return {
    said: await sum.locator('dt').textContent(),
    value: await sum.locator('dd').textContent(),
    rule: await panel.locator('.rules li').nth(1).locator('.num').textContent(),
    answers: new Map(answers),
  }
}

test('the same answers give the same numbers in the exam, in the progress and on the board', async ({
  page,
}) => {
  const block = wholeBlock(Date.now())
  const expected = examResults(block, items)
  await page.goto('./#/settings')
  await page.locator('input[type=file]').setInputFiles({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: saveOfLearner({ answers: [], passes: [], exams: [block] }),
  })
  await expect(page.getByText('Loaded.').first()).toBeVisible()

  // The exam
  await page.goto(`./#/practice/exam/${ATTEMPT}`)
  await expect(page.getByText('25 of 25 answered.')).toBeVisible()
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('button', { name: 'Hand in now' }).click()
  const { right, of } = tally(expected)
  const score = `${right} of ${of}`
  await expect(page.getByRole('heading', { level: 1, name: score, exact: true })).toBeVisible()
  const rows = await results(page)
  expect(rows).toEqual(
    expected.map(({ pilot, graded }) => (pilot ? 'pilot' : graded.right ? 'right' : 'wrong')),
  )
  expect(rows.filter((row) => row === 'right')).toHaveLength(right)
  await expect(page.locator('.by-metric tr td:nth-of-type(1)')).toHaveText(
    tallyByMetric(expected).map(([, part]) => `${part.right} of ${part.of}`),
  )

  // The progress
  const kept = answersToKeep({ ...block, finishedAt: Date.now() }, items, [])
  const record = { answers: kept, passes: [], slips: [], predictions: [] }
  const all = judged(record, { items, labs: [...labs, ...gameDays] }, Date.now())
  const scored = expected.filter(({ pilot }) => !pilot)
  for (const [metric, part] of tallyByMetric(expected)) {
    const { said, value, rule, answers } = await panelOf(page, metric)
    expect(said).toBe(`quiz: ${part.right} of ${part.of}, guess-corrected`)
    expect([value, rule]).toEqual(Array(2).fill(figure(mastery(metric, all).quiz.value)))
    const here = scored.filter(({ item }) => item.metric === metric)
    expect(answers).toEqual(new Map(here.map(({ item, graded }) => [item.id, graded.right])))
  }

  // The board: pilots as well, since they were answered
  const lastOf = (id: string) =>
    page
      .locator('.items tbody tr')
      .filter({ has: page.locator(`a[href*="/practice/${id}"]`) })
      .locator('td')
      .last()
  await page.goto('./#/practice')
  for (const { item, graded } of expected)
    await expect(lastOf(item.id), item.id).toHaveText(graded.right ? 'right' : 'wrong')
  await expect(page.locator('.items td .never')).toHaveCount(items.length - 25)
  await page.getByLabel('Only wrong before').check()
  await expect(page.locator('.items tbody tr')).toHaveCount(
    expected.filter(({ graded }) => !graded.right).length,
  )

  // One of the wrong ones, right in another variant: it counts once more everywhere but in the exam.
  const again = scored.find(({ item, graded }) => !graded.right && item.type === 'single')
  if (!again) throw new TypeError('the block has a wrong answer to a question with one right option')
  const { item } = again
  const other = (again.variant + 1) % 1000
  const { asked } = variantOf(item, other)
  const option = 'options' in asked ? asked.options.find(({ correct }) => correct) : undefined
  const before = await panelOf(page, item.metric)
  await page.goto(`./#/practice/${item.id}?variant=${other}`)
  await page.getByRole('radio', { name: option?.text.replaceAll('`', '') ?? '' }).check({ force: true })
  await page.getByLabel('Sure', { exact: true }).check({ force: true })
  await page.getByRole('button', { name: 'Check my answer' }).click()
  await expect(page.locator('.verdict')).toContainText('Right.')
  const [, was = '', count = ''] = /(\d+) of (\d+)/.exec(before.said ?? '') ?? []
  const after = await panelOf(page, item.metric)
  expect(after.said).toBe(`quiz: ${Number(was) + 1} of ${Number(count) + 1}, guess-corrected`)
  expect(after.value).toBe(after.rule)
  for (const metric of METRICS.filter((each) => each !== item.metric))
    expect((await panelOf(page, metric)).value).toBe(figure(mastery(metric, all).quiz.value))
  await page.goto('./#/practice')
  await expect(lastOf(item.id)).toHaveText('right')
  await page.goto(`./#/practice/exam/${ATTEMPT}`)
  await expect(page.getByRole('heading', { level: 1, name: score, exact: true })).toBeVisible()
  expect(await results(page)).toEqual(rows)
})
