import { coveredWords } from './covered-words.ts'
import { fitsAcross } from './fits-across.ts'
import { axe, expect, type Page, test } from './fixtures.ts'
import { sizes } from './sizes.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true })

/** Opens a beat and waits until its drawing stands. */
async function openBeat(page: Page, beat: number): Promise<void> {
  await page.goto(`./#/flow/${beat}`)
  await expect(page.locator('.flow-ticks')).toHaveText(`${beat} of 10`)
  await expect(page.locator('.flow-station')).toBeVisible()
  await settled(page)
}
const settled = (page: Page) => expect(page.locator('main')).toHaveAttribute('aria-busy', 'false')

test('the import is walked by keyboard alone, beat by beat, and each beat is announced', async ({ page }) => {
  await openBeat(page, 1)
  const titles = [
    'An empty key',
    'Ask for a courier box',
    'Box and label',
    'Your bytes',
    'Close the box',
    'Send both',
    'Check the label, open, compare',
    'Filled',
    'Written down',
    'The fuse',
  ]
  const spoken = page.locator('[role="status"][aria-live="polite"]')
  for (const [i, title] of titles.entries()) {
    if (i > 0) await page.keyboard.press('ArrowRight')
    await expect(heading(page, title)).toBeVisible()
    if (i > 0) await expect(spoken).toContainText(`Beat ${i + 1} of 10. ${title}.`)
    await expect(page).toHaveURL(new RegExp(`#/flow/${i + 1}$`))
  }
  await expect(page.getByRole('definition').filter({ hasText: 'DeleteExpiredKeyMaterial' })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(heading(page, 'Written down')).toBeVisible()
})

test('a wrong hash is set in beat 5, found by the engine in beat 7, and removed there', async ({ page }) => {
  await openBeat(page, 5)
  await page.getByRole('radio', { name: 'Wrong hash' }).focus()
  await page.keyboard.press('Space')
  await settled(page)
  await expect(page.getByRole('definition').filter({ hasText: 'OAEP with SHA-1' })).toBeVisible()
  await page.getByRole('button', { name: 'Step' }).press('Enter')
  await page.getByRole('button', { name: 'Step' }).press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'InvalidCiphertextException' })).toBeAttached()
  await expect(page.getByRole('complementary')).toContainText(
    'it was closed with SHA-1, the request said SHA-256',
  )
  await axe(page)

  await page.getByRole('button', { name: 'Remove it' }).press('Enter')
  await settled(page)
  await expect(page.getByRole('row', { name: 'KMS HSM' })).toContainText('yes')
  await expect(page.getByText('InvalidCiphertextException')).toHaveCount(1)
})

test('things on the stage open: the public key as a tree, the token as simulated, the record as JSON', async ({
  page,
}) => {
  await openBeat(page, 3)
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Open the public key', exact: true }).press('Enter')
  await expect(dialog).toContainText('rsaEncryption')
  await expect(dialog).toContainText('65537, the exponent')
  await axe(page, 'dialog')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: 'Open the token', exact: true }).press('Enter')
  await expect(dialog).toContainText('Import token, simulated')
  await page.keyboard.press('Escape')
  await openBeat(page, 9)
  await page.getByRole('button', { name: 'Open the audit record', exact: true }).press('Enter')
  await expect(dialog).toContainText('"eventName": "ImportKeyMaterial"')
})

test('the same beats stand as a list and as a table, and the picture can be saved', async ({ page }) => {
  await openBeat(page, 8)
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as SVG' }).click(),
  ])
  expect(picture.suggestedFilename()).toBe('import-flow-beat-8.svg')
  const [sharp] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as PNG' }).click(),
  ])
  expect(sharp.suggestedFilename()).toBe('import-flow-beat-8.png')

  await page.getByRole('button', { name: 'List', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Beats of the import' }).getByRole('listitem')).toHaveCount(10)
  await expect(page.getByText('The material went from the KMS HSM into the key')).toBeVisible()
  await axe(page)
  await page.getByRole('button', { name: 'Who holds what' }).click()
  await expect(page.getByRole('row', { name: /^Wire/ })).toContainText('no')
  await expect(page.getByRole('row', { name: /^KMS HSM/ })).toContainText('yes')
  await axe(page)
})

test('two runs stand beside each other: alike up to the fault, marked from there on', async ({ page }) => {
  await openBeat(page, 5)
  await page.getByRole('radio', { name: 'Flip one bit' }).check()
  await page.getByRole('button', { name: 'Two runs' }).click()
  await expect(page.getByText('5 of 10 beats differ.')).toBeVisible()
  await expect(page.getByRole('row', { name: /^4\. Your bytes/ })).toContainText('the same')
  await expect(page.getByRole('row', { name: /^7\. Check/ })).toContainText('InvalidCiphertextException')
  await axe(page)
})

test('it plays by itself, stops where it is told to, and moves nothing when motion is off', async ({
  page,
}) => {
  await page.clock.install()
  await openBeat(page, 1)
  await page.getByRole('button', { name: 'Play' }).click()
  await page.clock.runFor(5_000)
  await expect(heading(page, 'Ask for a courier box')).toBeVisible()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.clock.runFor(20_000)
  await expect(heading(page, 'Ask for a courier box')).toBeVisible()
  await page.getByRole('button', { name: 'Stills' }).click()
  await expect(page.locator('.flow-station')).toHaveCSS('animation-name', 'none')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has no fault that axe can find, cuts no text and never scrolls sideways, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const [width, height] of [
      [1440, 900],
      [1280, 800],
      [820, 1180],
      [390, 844],
      [320, 640],
    ] as const) {
      await page.setViewportSize({ width, height })
      for (let beat = 1; beat <= 10; beat++) {
        await openBeat(page, beat)
        if (width === 1440 || width === 390) await axe(page)
        // After a change of width the rows follow their words in the next frame.
        await expect.poll(() => cutTexts(page), `beat ${beat} at ${width} px`).toEqual([])
        await fitsAcross(page, `beat ${beat} at ${width} px`)
      }
    }
  })
}

for (const [width, height] of [...sizes, [320, 640]] as const)
  test(`no drawing, arrow or word lies on a word of the diagram, with and without a refusal, ${width} px`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height })
    const walk = async (beats: readonly number[], how: string) => {
      for (const beat of beats) {
        await openBeat(page, beat)
        await expect.poll(() => coveredWords(page, '.flow-stage'), `beat ${beat} ${how}`).toEqual([])
      }
    }
    await walk([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 'as it goes by itself')
    await openBeat(page, 5)
    await page.getByRole('radio', { name: 'Wrong hash' }).check()
    await walk([7, 10], 'after a wrong hash')
  })

test('the words of a beat that opens are whole in every frame when motion is off', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1280, height: 800 })
  await openBeat(page, 1)
  await page.evaluate(() => {
    const cut: string[] = []
    Object.assign(globalThis, { cut })
    const look = () => {
      const row = document.querySelector('.flow-heads .cur')
      if (row && row.scrollHeight > row.clientHeight + 1) cut.push(row.textContent ?? '')
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  for (let beat = 2; beat <= 10; beat++) {
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('.flow-heads .cur .n')).toHaveText(String(beat))
    await settled(page)
  }
  expect(await page.evaluate(() => (globalThis as unknown as { cut: string[] }).cut)).toEqual([])
})

test('the drawing of an open beat stays between the boundaries at every width of the score, and no button is covered', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const [width, height] of [
    [1112, 800],
    [1366, 768],
    [1435, 800],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const beat of [7, 9, 10]) {
      await openBeat(page, beat)
      await expect.poll(() => crossed(page), `beat ${beat} at ${width} px`).toEqual([])
    }
  }
  for (const [width, height] of [
    [1280, 600],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await openBeat(page, 5)
    await expect
      .poll(async () => {
        const [main, controls] = await Promise.all([
          page.locator('main').boundingBox(),
          page.getByRole('contentinfo').boundingBox(),
        ])
        return Math.round((main?.y ?? 0) + (main?.height ?? 0)) - Math.round(controls?.y ?? -1)
      }, `between the page and its buttons at ${width} px`)
      .toBe(0)
  }
})

/** Boundaries that go through the drawing of the open beat. */
const crossed = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const drawing = document.querySelector('.flow-station')?.getBoundingClientRect()
    const seams = [...document.querySelectorAll('.backdrop path[stroke-width="2"]')]
    if (!drawing || seams.length !== 2) return ['no drawing between two boundaries']
    return seams
      .map((seam) => seam.getBoundingClientRect())
      .filter(({ left, right }) => left < drawing.right && right > drawing.left)
      .map(({ left }) => `${left} in ${drawing.left} to ${drawing.right}`)
  })

/** Words of rows and drawings that reach out of what holds them. */
const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const cut: string[] = []
    for (const row of document.querySelectorAll<HTMLElement>('.flow-heads li, .flow-heads button'))
      if (row.scrollHeight > row.clientHeight + 1 || row.scrollWidth > row.clientWidth + 1)
        cut.push(row.textContent ?? '')
    const stage = document.querySelector('.flow-stage')?.getBoundingClientRect()
    if (!stage) return ['no stage']
    for (const text of document.querySelectorAll('.flow-stage text, .flow-words span, .flow-note')) {
      const box = text.getBoundingClientRect()
      if (
        box.width > 0 &&
        (box.left < stage.left - 1 || box.right > stage.right + 1 || box.bottom > stage.bottom + 1)
      )
        cut.push(text.textContent ?? '')
    }
    for (const drawing of document.querySelectorAll('.flow-station')) {
      const holder = drawing.getBoundingClientRect()
      for (const text of drawing.querySelectorAll('text')) {
        const box = text.getBoundingClientRect()
        if (box.right > holder.right + 3 || box.left < holder.left - 3 || box.bottom > holder.bottom + 3)
          cut.push(`in the drawing: ${text.textContent}`)
      }
    }
    return cut
  })
