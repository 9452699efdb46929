import { openBuiltApp } from './built-app.mjs'

const SECONDS = 12
const THROTTLE = 4

/** Frames a second of the import flow while it plays by itself, and again with a slower processor. */
export const flowFrames = () =>
  openBuiltApp(async (newPage, url) => {
    const page = await newPage()
    await page.goto(`${url}#/flow`)
    const played = async () => {
      await page.getByRole('button', { name: 'Play', exact: true }).click()
      return page.evaluate(countFrames, SECONDS)
    }
    const full = await played()
    await page.goto('about:blank')
    await page.goto(`${url}#/flow`)
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
    return { full, throttled: await played(), throttle: THROTTLE }
  })

/** Runs in the page. @returns frames a second */
function countFrames(seconds) {
  return new Promise((resolve) => {
    let frames = 0
    const start = performance.now()
    const frame = () => {
      const spent = performance.now() - start
      if (spent >= seconds * 1000) return resolve((frames / spent) * 1000)
      frames++
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}
