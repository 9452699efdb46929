import { labs } from '../src/course/labs/index.ts'
import type { Option } from '../src/course/lab-definition.ts'
import { axe, expect, test, type Page } from './fixtures.ts'
import { workbench, type Workbench } from './workbench.ts'
import { fourWaysToStopAKey } from '../src/course/labs/four-ways-to-stop-a-key.ts'
import { competencies, isCompetency } from '../src/course/words/competencies.ts'

const lab = (code: string) => {
  const found = labs.find((each) => each.code === code)
  if (!found) throw new Error(`no lab ${code}`)
  return found
}
const right = (options: readonly Option[]) => options.find(({ correct }) => correct)?.text ?? ''

/** Commits to the right answer of every prediction of a task. */
async function predict(page: Page, code: string, step: number): Promise<void> {
  for (const { asks, options } of lab(code).steps[step]?.predictions ?? []) {
    const box = page.locator('form.ask').filter({ hasText: asks.replaceAll('`', '') })
    await box.getByRole('radio', { name: right(options), exact: true }).check()
    await box.getByRole('radio', { name: 'Sure', exact: true }).check()
    await box.getByRole('button', { name: 'Lock my answer' }).click()
    await expect(box).toHaveCount(0)
  }
}

async function answerAll(page: Page, code: string, step: number): Promise<void> {
  for (const { asks, options } of lab(code).steps[step]?.questions ?? []) {
    const box = page.locator('form.ask').filter({ hasText: asks.replaceAll('`', '') })
    await box.getByRole('radio', { name: right(options), exact: true }).check()
    await box.getByRole('button', { name: 'Answer', exact: true }).click()
    // The last right answer ends the task, and the question goes with it.
    await expect
      .poll(async () => (await box.count()) === 0 || (await box.getByText('That is right.').isVisible()))
      .toBe(true)
  }
}

/** Three questions after the lab, each answered somehow: what counts is that they are asked, judged and kept. */
async function answerFromMemory(page: Page): Promise<void> {
  const memory = page.getByRole('region', { name: 'Three questions from memory' })
  for (const n of [1, 2, 3]) {
    const form = memory.locator('form')
    await expect(form.getByText(`Question ${n} of 3.`)).toBeVisible()
    await form.getByRole('radio', { name: 'Fairly sure' }).check({ force: true })
    const check = form.getByRole('button', { name: 'Check my answer' })
    for (const option of await form.locator('label.opt').all()) {
      if ((await check.getAttribute('aria-disabled')) === 'false') break
      await option.click()
    }
    await check.click()
    await expect(memory.locator('.verdict')).toHaveCount(n)
  }
  await expect(memory.getByText(/^[0-3] of 3 right\./)).toBeVisible()
  // Only practice has a button for it.
  await expect(memory.getByText('ask it another way')).toHaveCount(0)
}

const parameters = (bench: Workbench, KeyId: string) =>
  bench.run(
    'GetParametersForImport',
    { KeyId, WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
    { PublicKey: 'WrappingPublicKey.bin', ImportToken: 'ImportToken.bin' },
  )

async function bringBack(
  bench: Workbench,
  key: string,
  material: string,
  expiry: Record<string, string>,
): Promise<void> {
  await parameters(bench, key)
  await expect(bench.newest()).toContainText('ParametersValidTo')
  await bench.wrapHere(material, 'wrapped.bin')
  await bench.run('ImportKeyMaterial', {
    KeyId: key,
    ImportToken: { file: 'ImportToken.bin' },
    EncryptedKeyMaterial: { file: 'wrapped.bin' },
    ...expiry,
  })
}

const forever = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }

test.describe('labs through the forms', () => {
  test('L4.1: four keys stopped in four ways, each undone, each record read', async ({ page }) => {
    const bench = workbench(page)
    await bench.openLab('L4.1')
    const read = (key: string) =>
      bench.run('Decrypt', { CiphertextBlob: { file: `${key.toLowerCase()}-object.enc` } })
    const task = (n: number) => expect(page.getByText(`Task ${n} of 5`)).toBeVisible()

    await task(1)
    await predict(page, 'L4.1', 0)
    await bench.run('DisableKey', { KeyId: 'Ka' })
    await read('Ka')
    await bench.refused('DisabledException')
    await bench.run('EnableKey', { KeyId: 'Ka' })
    await read('Ka')

    await task(2)
    await predict(page, 'L4.1', 1)
    await bench.run('DeleteImportedKeyMaterial', { KeyId: 'Kb' })
    await read('Kb')
    await bench.refused('KMSInvalidStateException')
    await bringBack(bench, 'Kb', 'kb-material.bin', forever)
    await read('Kb')

    await task(3)
    await predict(page, 'L4.1', 2)
    await bench.travel('Next event')
    await read('Kc')
    await bench.refused('KMSInvalidStateException')
    await bringBack(bench, 'Kc', 'kc-material.bin', forever)
    await read('Kc')

    await task(4)
    await predict(page, 'L4.1', 3)
    await bench.run('ScheduleKeyDeletion', { KeyId: 'Kd', PendingWindowInDays: '7' })
    await read('Kd')
    await bench.refused('KMSInvalidStateException')
    await bench.run('CancelKeyDeletion', { KeyId: 'Kd' })
    await bench.run('EnableKey', { KeyId: 'Kd' })
    await read('Kd')

    await task(5)
    await answerAll(page, 'L4.1', 4)
    await expect(page.getByText('The lab is done')).toBeVisible()
    await page.getByText('What changed since the start').click()
    // Each key is as it was: what is left are files and records.
    const changes = page.getByRole('listitem')
    await expect(changes.filter({ hasText: /^Your files: \d+ new$/ })).toBeVisible()
    await expect(
      changes.filter({ hasText: /^\d+ new records: .*Decrypt 8 times.*; 4 refused$/ }),
    ).toBeVisible()
    const { steps, competencies: practised, reflection } = fourWaysToStopAKey
    const count = steps.flatMap(({ conditions }) => conditions).length
    await expect(page.getByText(`All ${count} conditions hold.`)).toBeVisible()
    const skills = page.getByRole('list', { name: 'Practised here, and counted for your progress' })
    await expect(skills.getByRole('listitem')).toHaveText(
      practised.filter(isCompetency).map((id) => competencies[id].can),
    )
    const sentence = page.getByLabel(reflection)
    await sentence.fill('Disable, and look.')
    await page.getByRole('button', { name: 'Keep my sentence' }).click()
    await expect(page.getByText('Kept with your work.')).toBeVisible()
    await answerFromMemory(page)
    await axe(page)
    await bench.saved()
    await page.reload()
    await expect(page.getByText('The lab is done')).toBeVisible()
    await expect(page.getByText(/^[0-3] of 3 right\./)).toBeVisible()
    await expect(sentence).toHaveValue('Disable, and look.')
  })

  test('L4.2: the drill is passed with the file whose fingerprint is on the card', async ({ page }) => {
    const bench = workbench(page)
    await bench.openLab('L4.2')
    await bench.run('DescribeKey', { KeyId: 'K3' })
    await answerAll(page, 'L4.2', 0)

    await bench.tab('Files')
    await page.getByRole('button', { name: 'custody-card-K3.txt', exact: true }).click()
    await page.locator('.file-open').getByText('Text', { exact: true }).click()
    const card = ((await page.locator('.file-open').textContent()) ?? '').toLowerCase()
    const rows = page
      .locator('tr')
      .filter({ has: page.locator('button.file-name', { hasText: /safe-\d\.key/ }) })
    let right = ''
    for (const row of await rows.all()) {
      const digest = (await row.getByRole('cell').nth(1).textContent())?.trim() ?? '?'
      if (digest.length >= 8 && card.includes(digest))
        right = (await row.getByRole('button').textContent())?.trim() ?? ''
    }
    expect(right, 'the file whose digest is on the card').toMatch(/^safe-\d\.key$/)

    await bench.tab('Do')
    await bringBack(bench, 'K3', right, {
      ExpirationModel: 'KEY_MATERIAL_EXPIRES',
      ValidTo: '2026-12-01T09:00',
    })
    await bench.keyIs('Enabled')
    await bench.run('Decrypt', { CiphertextBlob: { file: 'intake-visit-412.enc' } })
    await answerAll(page, 'L4.2', 4)
    await expect(page.getByText('The lab is done')).toBeVisible()
  })
})
