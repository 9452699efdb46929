import { say } from '../project.mjs'
import { openBuiltApp } from './built-app.mjs'

const OPENS = 5
const LINES = 60
const THROTTLE = 6
const STOPS = 5
const ENDLESS = [
  'while true; do :; done',
  'while :; do openssl genrsa 4096; done > /dev/null',
  'while :; do seq 20000 | sort -r > /dev/null; done',
]

/** How long the terminal of the built app takes: to load its shell, from Enter to the painted answer, and to end a line. */
export const terminalLatency = () =>
  openBuiltApp(async (newPage, url) => {
    const cold = []
    const warm = []
    say('Measuring in Chromium: the shell, opened with an empty cache and again ...')
    let page
    for (let i = 0; i < OPENS; i++) {
      page = await newPage()
      cold.push(await shellLoaded(page, url))
      warm.push(await shellLoaded(page, url))
    }
    say('Measuring in Chromium: lines of the terminal ...')
    await watch(page)
    await typed(page, 'K=$(aws kms create-key --query KeyMetadata.KeyId --output text)')
    const full = await lines(page)
    const stoppedMs = await stops(page)
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
    const throttled = await lines(page)
    return { coldMs: cold, warmMs: warm, full, stoppedMs, throttled, throttle: THROTTLE }
  })

/** Milliseconds from the press on the tab to a prompt that takes lines; the page itself is there before. */
async function shellLoaded(page, url) {
  await page.goto('about:blank')
  await page.goto(`${url}#/sandbox`)
  const tab = page.getByRole('tab', { name: 'Terminal' })
  await tab.waitFor()
  const began = performance.now()
  await tab.click()
  await page.getByText('Loading the shell').waitFor({ state: 'detached', timeout: 60_000 })
  await page.getByRole('textbox', { name: /^Command line/ }).waitFor()
  return performance.now() - began
}

/** From now on the page notes when Enter or Ctrl+C was pressed and when an answer with its status had been painted. */
function watch(page) {
  return page.evaluate(() => {
    const answered = () => document.querySelectorAll('[role=log] article .acts').length
    const times = []
    let pressed
    let before = 0
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Enter' && !(event.ctrlKey && event.key === 'c')) return
        pressed = performance.now()
        before = answered()
      },
      true,
    )
    new MutationObserver(() => {
      if (pressed === undefined || answered() === before) return
      const began = pressed
      pressed = undefined
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - began)))
    }).observe(document.body, { childList: true, subtree: true })
    globalThis.answerTimes = times
  })
}

async function typed(page, line) {
  const count = await page.evaluate(() => globalThis.answerTimes.length)
  await page.getByRole('textbox', { name: /^Command line/ }).fill(line)
  await page.keyboard.press('Enter')
  await page.waitForFunction((before) => globalThis.answerTimes.length > before, count)
}

/** Milliseconds from Ctrl+C to the painted status of a line that never ends. */
async function stops(page) {
  const times = []
  for (const line of ENDLESS)
    for (let i = 0; i < STOPS; i++) {
      const count = await page.evaluate(() => globalThis.answerTimes.length)
      await page.getByRole('textbox', { name: /^Command line/ }).fill(line)
      await page.keyboard.press('Enter')
      await page.getByText('Running. Ctrl+C ends it.').waitFor()
      await page.keyboard.press('Control+c')
      await page.waitForFunction((before) => globalThis.answerTimes.length > before, count)
      times.push(await page.evaluate(() => globalThis.answerTimes.at(-1)))
    }
  return times
}

/** Milliseconds of each line, the first few left out. */
async function lines(page) {
  const warmUps = 5
  for (let i = 0; i < LINES + warmUps; i++) await typed(page, 'aws kms describe-key --key-id $K')
  return page.evaluate((count) => globalThis.answerTimes.slice(-count), LINES)
}
