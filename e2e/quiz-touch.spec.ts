import { expect, type Locator, type Page, test } from './fixtures.ts'

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

/** The least side of a target for a finger, in CSS pixels. */
const FINGER = 44

async function open(page: Page, place: string): Promise<void> {
  await page.goto(`./#/practice/${place}`)
  await expect(page.getByRole('button', { name: 'Check my answer' })).toBeVisible()
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true)
}

/** Everything that can be pressed in the question and at its foot; links within a list of sources are text. */
async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate((finger) => {
    const targets = document.querySelectorAll<HTMLElement>(
      ':is(#content, .quiz-foot) :is(button, select, label.opt, .sureness label, .target, a.btn)',
    )
    return [...targets].flatMap((target) => {
      const { width, height } = target.getBoundingClientRect()
      // What is not drawn at this width has no box.
      if (width === 0 || (width >= finger && height >= finger)) return []
      return [`${target.tagName} ${target.textContent?.slice(0, 40)}: ${width} x ${height}`]
    })
  }, FINGER)
}

/** Says how sure, checks, and looks that the result is on the screen. */
async function check(page: Page, verdict: string): Promise<void> {
  await page.locator('.sureness label', { hasText: 'Fairly sure' }).tap()
  expect(await smallTargets(page)).toEqual([])
  await page.getByRole('button', { name: 'Check my answer' }).tap()
  const told = page.locator('.verdict')
  await expect(told).toContainText(verdict)
  await expect(told).toBeInViewport()
  await expect(page.locator('ol.opts .w').first()).toBeAttached()
  expect(await smallTargets(page)).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
}

const option = (page: Page, text: string | RegExp) => page.locator('label.opt', { hasText: text })

/** A finger on a place, along a way, and up: as the browser gets it from the screen. */
async function dragByTouch(page: Page, from: Locator, to: Locator): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const middle = async (place: Locator) => {
    const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    return { x: x + width / 2, y: y + height / 2 }
  }
  const [start, end] = [await middle(from), await middle(to)]
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    devtools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: y === undefined ? [] : [{ x: start.x, y }],
    })
  await send('touchStart', start.y)
  for (let step = 1; step <= 6; step++) await send('touchMove', start.y + ((end.y - start.y) * step) / 6)
  await send('touchMove', end.y - 24)
  await send('touchEnd')
  await devtools.detach()
}

test('one answer is tapped', async ({ page }) => {
  await open(page, 'AQ01?variant=3')
  await option(page, /Import the same bytes into the same key/).tap()
  await check(page, 'Right.')
  await page.getByRole('button', { name: 'Ask it another way' }).tap()
  await expect(page.getByRole('button', { name: 'Check my answer' })).toBeVisible()
})

test('several answers are tapped, and a second tap takes one back', async ({ page }) => {
  await open(page, 'RQ14?variant=3')
  await option(page, /Encrypt of new data/).tap()
  await option(page, /Encrypt of new data/).tap()
  await expect(page.getByText('0 of 2 marked')).toBeVisible()
  await option(page, /Encrypt of new data/).tap()
  await option(page, /GenerateDataKey/).tap()
  await check(page, 'Right.')
})

const ORDER = 'AQ10?variant=4'

test('a step is dragged to its place by a finger', async ({ page }) => {
  await open(page, ORDER)
  const rows = page.locator('.steps > li')
  const last = (await rows.last().locator('.t').textContent()) ?? ''
  await rows.first().scrollIntoViewIfNeeded()
  await dragByTouch(page, rows.last().locator('.grip'), rows.first().locator('.grip'))
  await expect(rows.first().locator('.t')).toHaveText(last)
  await expect(page.locator('.steps > .dragged')).toHaveCount(0)
})

test('an order is made by tapping the arrows', async ({ page }) => {
  await open(page, ORDER)
  const rows = page.locator('.steps > li')
  const right = [/CancelKeyDeletion/, /Disabled/, /Call EnableKey/, /Decrypt an old/]
  for (const [place, step] of right.entries()) {
    const up = rows.filter({ hasText: step }).getByRole('button', { name: /^Move up/ })
    const at = async () => (await rows.allTextContents()).findIndex((text) => step.test(text))
    while ((await at()) > place) {
      const before = await at()
      await up.tap()
      await expect.poll(at).toBe(before - 1)
      await expect(up).toBeFocused()
    }
  }
  await check(page, 'Right.')
})

test('pairs are chosen from the lists of the phone', async ({ page }) => {
  await open(page, 'RQ07?variant=3')
  for (const [left, answer] of [
    [/whose material KMS generated/, 'Automatic, if you enable it.'],
    [/with imported material/, 'Not automatic: the new bytes come from you.'],
    [/CloudHSM key store/, 'By a new key that KMS fills, with the alias moved.'],
    [/AWS managed key/, 'Automatic every year, without a switch.'],
  ] as const)
    await page.getByRole('combobox', { name: left }).selectOption(answer)
  await check(page, 'Right.')
})

test('a place in a picture is tapped, in the picture or in its list', async ({ page }) => {
  await open(page, 'AQ07?variant=3')
  await page.locator('.target[data-area="Disabled"]').tap()
  await expect(page.getByRole('radio', { name: /Disabled/ })).toBeChecked()
  await option(page, /Pending import/).tap()
  await expect(page.locator('.picture .area.marked')).toHaveCount(1)
  await check(page, 'Right.')
})

test('a prediction is tapped, and the engine shows what it did', async ({ page }) => {
  await open(page, 'RQ09?variant=3')
  await option(page, /ValidationException/).tap()
  await check(page, 'Right.')
  await expect(page.getByRole('complementary').getByRole('row', { name: /EnableKeyRotation/ })).toContainText(
    'ValidationException',
  )
})

test('a record of a log opens by a tap, and the reading is tapped', async ({ page }) => {
  await open(page, 'RQ17?variant=3')
  await page.getByRole('button', { name: /RotateKeyOnDemand, as JSON/ }).tap()
  await expect(page.getByText('"eventName": "RotateKeyOnDemand"')).toBeVisible()
  await option(page, /Dario asked for it/).tap()
  await check(page, 'Right.')
})

test('a case is decided by a tap', async ({ page }) => {
  await open(page, 'RQ19?variant=3')
  await option(page, /A new data key/).tap()
  await check(page, 'Right.')
})
