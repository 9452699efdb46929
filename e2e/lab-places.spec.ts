import { labs } from '../src/course/labs/index.ts'
import { expect, test, type Page } from './fixtures.ts'
import { workbench } from './workbench.ts'

/** Where the learner is in a lab: the tasks with their ticks and records, the bar, and every input as it is filled in. */
const place = (page: Page) =>
  page.evaluate<unknown>(`({
    tasks: document.querySelector('ol.tasks')?.innerText,
    bar: document.querySelector('.tasks-mark')?.textContent,
    last: document.querySelector('.strip .last')?.textContent,
    clock: document.querySelector('.strip .clk')?.textContent,
    open: document.querySelector('#bench [role=tab][aria-selected=true]')?.textContent,
    inputs: [...document.querySelectorAll('#brief :is(input, textarea), #bench :is(input, select, textarea)')].map(
      (field) => (/^(radio|checkbox)$/.test(field.type) ? String(field.checked) : field.value),
    ),
  })`)

/** A refresh, the way back and the way forward again, each of which must come to the same place. */
async function comesBack(page: Page): Promise<void> {
  const here = page.url()
  await workbench(page).saved()
  const before = await place(page)
  const same = async () => {
    await expect(page.locator('ol.tasks')).toBeVisible()
    await workbench(page).saved()
    await expect.poll(() => place(page)).toEqual(before)
  }
  await page.reload()
  await same()
  await page.goBack()
  await expect(page.locator('ol.tasks')).toHaveCount(0)
  await page.goForward()
  expect(page.url()).toBe(here)
  await same()
}

async function openFromTheDoor(page: Page, code: string): Promise<void> {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await workbench(page).openLab(code)
}

const task = (page: Page, n: number, of: number) =>
  expect(page.locator('.tasks-mark').getByText(`Task ${n} of ${of}`)).toBeVisible()

/** A line typed in the terminal, with its exit status awaited. */
async function type(page: Page, line: string): Promise<void> {
  const entries = page.getByRole('log', { name: 'Output' }).getByRole('article')
  const field = page.getByRole('textbox', { name: /^Command line/ })
  const before = await entries.count()
  await field.fill(line)
  await field.press('Enter')
  await expect(entries).toHaveCount(before + 1)
  await expect(entries.last().getByText('exit 0', { exact: true })).toBeVisible()
}

/** The lines that the last hint of a task writes out, with the key's name in place. */
const worked = (code: string, step: number) =>
  Array.from(
    labs.find((each) => each.code === code)?.steps[step]?.hints[2].matchAll(/`([^`]+)`/g) ?? [],
    ([, line = '']) => line.replace('<ARN of K2>', '$K2'),
  )

test.describe('a refresh, back and forward at every step', () => {
  test('of L1.1 by forms keep the place, and what is half filled in', async ({ page }) => {
    const bench = workbench(page)
    const field = (member: string, nth = 0) =>
      page.locator(`[data-member="${member}"] :is(input, textarea, select)`).nth(nth)
    await openFromTheDoor(page, 'L1.1')
    await task(page, 1, 5)
    await page.getByLabel('Command', { exact: true }).selectOption('CreateKey')
    await bench.fill('Description', 'half a descr')
    await comesBack(page)
    await expect(field('Description')).toHaveValue('half a descr')
    await bench.run('CreateKey')
    const full = await bench.newKeyId()

    await task(page, 2, 5)
    await bench.run('CreateAlias', { AliasName: 'alias/trial-records', TargetKeyId: full })
    await page.getByLabel('Command', { exact: true }).selectOption('Encrypt')
    await bench.fill('EncryptionContext', 'study')
    await comesBack(page)
    await expect(field('EncryptionContext')).toHaveValue('study')
    await bench.fill('KeyId', 'alias/trial-records')
    await field('EncryptionContext', 1).fill('FT-01')
    await bench.run('Encrypt', { Plaintext: 'a note' })

    await task(page, 3, 5)
    await bench.run('CreateKey', { Origin: 'EXTERNAL' })
    const empty = await bench.newKeyId()

    await task(page, 4, 5)
    const asked = page.locator('form.ask')
    await asked.getByRole('radio', { name: 'KMSInvalidStateException' }).check()
    await comesBack(page)
    await expect(asked.getByRole('radio', { name: 'KMSInvalidStateException' })).toBeChecked()
    await asked.getByRole('radio', { name: 'Sure', exact: true }).check()
    await comesBack(page)
    await asked.getByRole('button', { name: 'Lock my answer' }).click()
    await page.getByLabel('Command', { exact: true }).selectOption('Encrypt')
    await bench.run('Encrypt', { KeyId: empty, Plaintext: 'a note' })
    await bench.refused('KMSInvalidStateException')

    await task(page, 5, 5)
    // What is typed as a plaintext is never written down, so another form is open when the page is left.
    await page.getByLabel('Command', { exact: true }).selectOption('DescribeKey')
    for (const name of ['Origin', 'KeyState'])
      await asked.getByRole('checkbox', { name, exact: true }).check()
    await comesBack(page)
    await expect(asked.getByRole('checkbox', { checked: true })).toHaveCount(2)
    for (const KeyId of [full, empty]) await bench.run('DescribeKey', { KeyId })
    for (const name of ['Enabled', 'CurrentKeyMaterialId'])
      await asked.getByRole('checkbox', { name, exact: true }).check()
    await asked.getByRole('button', { name: 'Answer', exact: true }).click()

    await expect(page.getByText('The lab is done')).toBeVisible()
    // The questions afterwards are fetched when the lab is done: what is compared begins when they stand.
    await expect(page.locator('.retrieval form')).toBeVisible()
    const sentence = page.locator('.passed textarea')
    await sentence.fill('A key is a name with rules; the bytes')
    await comesBack(page)
    await expect(sentence).toHaveValue('A key is a name with rules; the bytes')
  })

  test('of L2.1 by typed lines keep the place, the tab and the line that is half typed', async ({ page }) => {
    const field = page.getByRole('textbox', { name: /^Command line/ })
    const half = async (line: string) => {
      await field.fill(line)
      await comesBack(page)
      await expect(field).toHaveValue(line)
      // Variables end with the shell, as at home.
      await type(page, "K2=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)")
    }
    await openFromTheDoor(page, 'L2.1')
    await page.getByRole('tab', { name: 'Terminal' }).click()
    for (const step of [0, 1]) {
      await task(page, step + 1, 6)
      await half('aws kms get-par')
      for (const line of worked('L2.1', step)) await type(page, line)
    }

    await task(page, 3, 6)
    await type(page, 'sha256sum material.bin')
    const said = await page.getByRole('log', { name: 'Output' }).getByRole('article').last().textContent()
    const [print = ''] = /[0-9a-f]{64}/.exec(said ?? '') ?? []
    const entry = (asks: string) => page.getByLabel(asks)
    await entry('SHA-256 of the material').fill(print.slice(0, 16))
    await entry('Place of the first copy').fill('the safe in Bri')
    await comesBack(page)
    await expect(entry('Place of the first copy')).toHaveValue('the safe in Bri')
    await entry('Place of the first copy').fill('the safe in Bristol')
    await entry('Place of the second copy').fill('the vault in Leeds')
    for (let left = 3; left > 0; left--) {
      await expect(page.locator('#brief').getByRole('button', { name: 'Keep', exact: true })).toHaveCount(
        left,
      )
      await page.locator('#brief').getByRole('button', { name: 'Keep', exact: true }).first().click()
      if (left > 1) await expect(page.locator('#brief').getByText('Kept.')).toHaveCount(4 - left)
    }

    for (const step of [3, 4, 5]) {
      await task(page, step + 1, 6)
      await half('openssl pkey')
      for (const line of worked('L2.1', step)) await type(page, line)
    }
    await comesBack(page)
    await page.locator('form.ask').getByRole('radio').first().check()
    await comesBack(page)
    await expect(page.locator('form.ask').getByRole('radio').first()).toBeChecked()
  })
})
