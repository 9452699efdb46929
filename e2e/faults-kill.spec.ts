import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ownBrowser } from './own-browser.ts'

const KILLS = 12
const SEED = Number(process.env.LAB_FAULT_SEED ?? 20_260_112)

async function openSandbox(browser: Browser, baseURL: string): Promise<Page> {
  const context = browser.contexts()[0] ?? (await browser.newContext())
  const page = await context.newPage()
  await page.goto(new URL('#/sandbox', baseURL).href)
  await expect(page.locator('.strip .saved')).toHaveText(/Saved/)
  return page
}

const eventsShown = async (page: Page): Promise<number> =>
  Number(await page.locator('.trailbtn .num').textContent())

/**
 * Presses Run again and again as fast as the page allows, and tells of each action once its mark says Saved. The next
 * one begins when this one was heard of: however slow the listener is, the two never drift apart.
 */
function pressRun(): void {
  const tell = (globalThis as unknown as { acknowledged(events: number): Promise<void> }).acknowledged
  const shown = () => Number(document.querySelector('.trailbtn .num')?.textContent)
  const saved = () => document.querySelector('.strip .saved')?.textContent?.trim() === 'Saved'
  let told = shown()
  const look = async () => {
    if (saved() && shown() > told) {
      told = shown()
      await tell(told)
      const run = [...document.querySelectorAll<HTMLButtonElement>('form.comp button')].find(
        ({ textContent }) => textContent?.trim() === 'Run',
      )
      run?.click()
    }
    requestAnimationFrame(() => void look())
  }
  void look()
}

test('F01 the browser is killed mid-work, twelve times: every action that was shown as saved is there', async ({
  baseURL,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'lab-profile-'))
  let state = SEED
  const random = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32
  let acknowledged = 0
  let actions = 0
  try {
    for (let kills = 0; kills < KILLS; kills++) {
      const { browser, kill } = await ownBrowser(profile)
      const page = await openSandbox(browser, baseURL ?? '')
      const found = await eventsShown(page)
      expect(found, `after kill ${kills} of seed ${SEED}`).toBeGreaterThanOrEqual(acknowledged)
      // One that nobody was told of, and one whose telling died with the browser.
      expect(found, `after kill ${kills} of seed ${SEED}`).toBeLessThanOrEqual(acknowledged + 2)
      await expect(page.locator('.notice')).toHaveCount(0)
      acknowledged = found

      await page.exposeFunction('acknowledged', (events: number) => {
        acknowledged = events
        actions++
      })
      const form = page.locator('form.comp')
      await form.getByLabel('Command', { exact: true }).selectOption('CreateKey')
      await page.evaluate(pressRun)
      const begun = acknowledged
      await form.getByRole('button', { name: 'Run', exact: true }).click()
      await expect.poll(() => acknowledged, { intervals: [5] }).toBeGreaterThan(begun)
      await moment(random() * 900)
      await kill()
      await browser.close().catch(() => undefined)
    }
    const { browser, kill } = await ownBrowser(profile)
    const page = await openSandbox(browser, baseURL ?? '')
    expect(await eventsShown(page)).toBeGreaterThanOrEqual(acknowledged)
    expect(actions).toBeGreaterThanOrEqual(KILLS)
    await kill()
    await browser.close().catch(() => undefined)
    console.info(`FAULT F01 ${KILLS} kills survived, ${actions} actions acknowledged, seed ${SEED}`)
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})

/** The moment of the kill is drawn, not waited for: nothing on the page tells when it comes. */
const moment = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
