import { fitsAcross } from './fits-across.ts'
import { axe, expect, test, type Locator, type Page } from './fixtures.ts'
import { opened } from './opened.ts'

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let i = 0; i < 80; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${String(target)}`)
}

const press = async (page: Page, target: Locator, key = 'Enter') => {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

test('from the door to a module, a lesson and the next one, with one lens all the way', async ({ page }) => {
  await page.goto('./')
  await press(page, page.getByRole('link', { name: 'Architectural comparison', exact: true }))
  await expect(heading(page, 'Architectural comparison')).toBeVisible()
  await expect(page.getByRole('img', { name: /^0 of \d+ tasks done$/ }).first()).toBeVisible()

  await press(page, page.getByRole('link', { name: 'Three ways to rotate' }))
  await expect(heading(page, 'Three ways to rotate')).toBeVisible()
  const exam = page.getByText('Imported material cannot use the automatic rotation')
  const today = page.getByText('Imported symmetric keys rotate on demand since June 2025')
  await expect(exam).toBeVisible()
  await expect(today).toBeVisible()
  await expect(page.getByText(/checked 23 Nov 2026/).first()).toBeVisible()

  await tabTo(page, page.getByRole('radio', { name: 'Both' }))
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/lens=exam/)
  await expect(exam).toBeVisible()
  await expect(today).toHaveCount(0)

  await press(page, page.getByRole('link', { name: /^Next: / }))
  await press(page, page.getByRole('link', { name: /^Next: / }))
  await expect(heading(page, 'A kill switch and its limits')).toBeVisible()
  await expect(page).toHaveURL(/lens=exam/)
  await expect(page.getByRole('radio', { name: 'Study material says' })).toBeChecked()

  await page.reload()
  await expect(page.getByRole('radio', { name: 'Study material says' })).toBeChecked()
  await tabTo(page, page.getByRole('radio', { name: 'Study material says' }))
  await page.keyboard.press('ArrowLeft')
  await expect(page).not.toHaveURL(/lens/)
})

test('D1 is bet on, played and read by keyboard alone', async ({ page }) => {
  await page.goto('./#/learn/1')
  await press(page, page.getByRole('link', { name: 'The key you cannot hold', exact: true }))
  await expect(heading(page, 'The key you cannot hold')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Read it as root' })).toHaveCount(0)

  await press(page, page.getByRole('radio', { name: 'Read it as root' }), 'Space')
  await tabTo(page, page.getByRole('radio', { name: 'Fairly sure' }))
  await page.keyboard.press('ArrowRight')
  await press(page, page.getByRole('button', { name: 'Lock my bet' }))
  await expect(page.getByRole('heading', { name: /^Press/ })).toBeFocused()

  const log = page.getByRole('log')
  await press(page, page.getByRole('button', { name: 'Read it as root' }))
  await expect(log.getByText('UnknownOperationException')).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Ask for its public key' }))
  await expect(log.getByText('UnsupportedOperationException')).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Ask support to read it' }))
  await expect(log.getByText('GenerateDataKey: a new data key', { exact: true })).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Download what KMS knows' }))
  await expect(log.getByText(/^Plaintext: /)).toHaveCount(2)
  await press(page, page.getByRole('button', { name: 'Copy the disk of the HSM' }))

  await expect(page.getByText('What came true')).toBeVisible()
  await expect(page.getByText(/“None of the five”/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What it means' })).toBeVisible()
  await axe(page)
})

test('D1 answers what is pressed while the engine is still at work, in its turn', async ({ page }) => {
  await page.goto('./#/learn/1/D1')
  await page.getByRole('radio', { name: 'Read it as root' }).check()
  await page.getByRole('radio', { name: 'Sure', exact: true }).check()
  await page.getByRole('button', { name: 'Lock my bet' }).click()
  const five = page.locator('.acts-list').getByRole('button')
  await expect(five).toHaveCount(5)
  // Quicker than any finger: the page draws itself between two presses, and no answer comes.
  await five.evaluateAll(async (buttons) => {
    const drawn = () => new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)))
    for (const button of buttons) {
      ;(button as HTMLElement).click()
      await drawn()
    }
  })
  await expect(five.locator('svg')).toHaveCount(5)
  await expect(page.getByText('What came true')).toBeVisible()
})

test('what was bet, played and read is marked, and each page leads on to what comes next', async ({
  page,
}) => {
  const main = page.getByRole('main')
  const start = main.getByRole('link', { name: 'Start: demonstration, The key you cannot hold' })
  await page.goto('./')
  await expect(main.getByRole('link', { name: /^Start: demonstration, / })).toHaveCount(4)
  await start.click()
  await page.getByRole('radio', { name: 'Read it as root' }).check()
  await page.getByRole('radio', { name: 'Fairly sure' }).check()
  await page.getByRole('button', { name: 'Lock my bet' }).click()
  await expect(page.getByRole('button', { name: 'Read it as root' })).toBeVisible()

  await page.getByRole('link', { name: /^Module 1, / }).click()
  await main.getByRole('link', { name: 'Continue: demonstration, The key you cannot hold' }).click()
  await expect(page.getByText('Your bets of before are kept.')).toBeVisible()
  await expect(page.getByText(/“Read it as root”/)).toBeVisible()
  for (const name of [
    'Read it as root',
    'Ask for its public key',
    'Ask support to read it',
    'Download what KMS knows',
    'Copy the disk of the HSM',
  ]) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('button', { name, exact: true }).locator('svg')).toBeVisible()
  }

  await page.getByRole('link', { name: /^Module 1, / }).click()
  await expect(main.getByText('played', { exact: true })).toHaveCount(1)
  await main.getByRole('link', { name: 'Continue: lesson, A key is not its material' }).click()
  await page.getByRole('navigation', { name: 'Go on' }).scrollIntoViewIfNeeded()
  await expect(main.getByText('read', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: /^Back to Module 1/ }).click()
  await expect(main.getByText('read', { exact: true })).toHaveCount(1)
  await expect(main.getByRole('link', { name: /^Continue: lesson, / })).toBeVisible()
  await axe(page)

  await page.getByRole('link', { name: 'Start: Two births of a key' }).click()
  await page.getByRole('banner').getByRole('link', { name: 'AWS-generated material' }).click()
  await expect(heading(page, 'AWS-generated material')).toBeVisible()
})

/** Presses two buttons within one task of the page: nothing can be answered in between. */
const pressBoth = (page: Page, first: string, second: string) =>
  page.getByRole('main').evaluate(
    (main, names) => {
      for (const name of names)
        [...main.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name)?.click()
    },
    [first, second],
  )

test('D1 begins again in the middle', async ({ page }) => {
  await page.goto('./#/learn/1/D1')
  const main = page.getByRole('main')
  const log = page.getByRole('log')
  const bet = async () => {
    await main.getByRole('radio', { name: 'None of the five' }).check()
    await main.getByRole('button', { name: 'Lock my bet' }).click()
  }
  await bet()
  await main.getByRole('button', { name: 'Read it as root' }).click()
  await expect(log.getByText('UnknownOperationException')).toBeVisible()
  await expect(main.getByText('4 left')).toBeVisible()
  await pressBoth(page, 'Ask for its public key', 'Start it again')
  await expect(log.getByText('Nothing has been asked yet.')).toBeVisible()
  await bet()
  await expect(main.getByText('5 left')).toBeVisible()
  await main.getByRole('button', { name: 'Download what KMS knows' }).click()
  await expect(log.getByText(/^Plaintext: /)).toHaveCount(2)
  await expect(log.getByText(/Exception/)).toHaveCount(0)
  await expect(main.getByText('4 left')).toBeVisible()
})

test('D2 takes its cards by buttons, delivers when nothing is missing, and begins again while it delivers', async ({
  page,
}) => {
  await page.goto('./#/learn/2/D2')
  const bet = async () => {
    for (const name of ['Nothing that gives her the bytes', 'KMS refuses, and the key stays empty']) {
      await page.getByRole('radio', { name }).check()
      await page.getByRole('button', { name: 'Lock my bet' }).click()
    }
  }
  await bet()
  await page.getByRole('button', { name: 'Deliver' }).click()
  await expect(page.getByText('There are no bytes yet to close in the box.')).toBeVisible()

  const up = async (card: string, times: number) => {
    for (let i = 0; i < times; i++) await page.getByRole('button', { name: `Move up: ${card}` }).click()
  }
  const down = async (card: string, times: number) => {
    for (let i = 0; i < times; i++) await page.getByRole('button', { name: `Move down: ${card}` }).click()
  }
  // create, fingerprint, decode, bytes, ask, wrap, send
  await down('Send it to KMS', 5)
  await down('Close the bytes in the box', 5)
  // create, ask, fingerprint, decode, bytes, wrap, send; then the fingerprint behind the bytes
  await up('Ask KMS for a public key and a token', 3)
  await down('Note the fingerprint of the bytes', 2)
  await page.getByRole('radio', { name: '32 raw bytes' }).check()
  await page.getByRole('radio', { name: 'the closed box and the token' }).check()
  await page.getByRole('button', { name: 'Deliver again' }).click()
  await expect(page.getByRole('log').getByText('InvalidCiphertextException')).toBeVisible()

  await page.getByRole('radio', { name: 'the public key that KMS gave you' }).check()
  await page.getByRole('button', { name: 'Deliver again' }).click()
  await expect(page.getByText('The bytes have arrived.')).toBeVisible()
  await page.getByRole('button', { name: 'Let Eve try' }).click()
  await page.getByRole('button', { name: 'Let Mallory swap the token' }).click()
  await expect(page.getByText('Right.')).toHaveCount(2)
  await axe(page)

  await pressBoth(page, 'Deliver again', 'Start it again')
  await bet()
  await page.getByRole('button', { name: 'Deliver', exact: true }).click()
  await expect(page.getByText('There are no bytes yet to close in the box.')).toBeVisible()
  await expect(page.getByText('The bytes have arrived.')).toHaveCount(0)
})

test('the glossary finds terms, and a former name leads to the one of today', async ({ page }) => {
  await page.goto('./#/glossary/CMK')
  await expect(heading(page, 'KMS key')).toBeVisible()
  await expect(page).toHaveURL(/#\/glossary\/kms-key$/)
  await press(page, page.getByRole('link', { name: 'All terms' }))
  await tabTo(page, page.getByRole('searchbox'))
  await page.keyboard.type('24 hours')
  await expect(page.getByText('1 term', { exact: true })).toBeVisible()
  await press(page, page.getByRole('link', { name: 'import token' }))
  await expect(heading(page, 'import token')).toBeVisible()
})

test('an error in the terminal leads to the atlas, whose lines lead to the error', async ({ page }) => {
  await page.goto('./#/errors')
  await tabTo(page, page.getByRole('searchbox'))
  await page.keyboard.type('switched off')
  await press(page, page.getByRole('link', { name: 'DisabledException' }))
  await expect(heading(page, 'DisabledException')).toBeVisible()
  const code = page.getByRole('region', { name: 'How to meet it here' }).locator('code')
  await expect(code).toHaveCount(3)
  const lines = await code.allInnerTexts()

  await page.getByRole('link', { name: 'Open the sandbox' }).click()
  await page.getByRole('tab', { name: 'Terminal' }).click()
  const field = page.getByRole('textbox', { name: /^Command line/ })
  const entries = page.getByRole('log', { name: 'Output' }).getByRole('article')
  await expect(page.getByText('Loading the shell')).toHaveCount(0)
  for (const [i, line] of lines.entries()) {
    await field.fill(line)
    await page.keyboard.press('Enter')
    await expect(entries).toHaveCount(i + 1)
  }
  await entries.last().getByRole('link', { name: 'More about this error: DisabledException' }).click()
  await expect(heading(page, 'DisabledException')).toBeVisible()
})

const screens = [
  '#/learn/2',
  '#/learn/3/three-ways-to-rotate',
  '#/learn/4/D4',
  '#/glossary',
  '#/drawings',
  '#/errors/ConflictException',
]

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pages to read have no fault that axe can find and never scroll sideways, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const width of [1440, 390, 320]) {
      await page.setViewportSize({ width, height: 844 })
      for (const screen of screens) {
        await page.goto(`./${screen}`)
        await opened(page)
        if (width >= 390) await axe(page)
        await fitsAcross(page, `${screen} at ${width} px`)
      }
    }
  })
}
