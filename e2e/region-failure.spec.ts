import { proveItCannotLeave } from '../src/course/labs/prove-it-cannot-leave.ts'
import type { Step } from '../src/course/lab-definition.ts'
import { axe, expect, test, type Page } from './fixtures.ts'
import { workbench } from './workbench.ts'

const plain = (text: string) => text.replaceAll('`', '')
const step = (id: string) => proveItCannotLeave.steps.find((each) => each.id === id) as Step

/** Every question of a task, answered right; those after the fact only. */
async function answer(page: Page, { questions = [] }: Step): Promise<void> {
  for (const { asks, options, several } of questions) {
    const box = page.locator('form.ask').filter({ hasText: plain(asks) })
    for (const { text } of options.filter(({ correct }) => correct))
      await box.getByRole(several ? 'checkbox' : 'radio', { name: plain(text), exact: true }).check()
    await box.getByRole('button', { name: 'Answer', exact: true }).click()
    await expect
      .poll(async () => (await box.count()) === 0 || (await box.getByText('That is right.').isVisible()))
      .toBe(true)
  }
}

test.describe('L1.2, with the failure of a Region', () => {
  test('a generated key reads on, an imported one is back without its bytes, and undo takes it back', async ({
    page,
  }) => {
    const bench = workbench(page)
    await bench.openLab('L1.2')
    await answer(page, step('which-operations'))

    await bench.run('GetPublicKey', { KeyId: 'K1' })
    await bench.refused('UnsupportedOperationException')
    await bench.run('GetParametersForImport', {
      KeyId: 'K1',
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    })
    await bench.refused('UnsupportedOperationException')
    await bench.run('DeleteImportedKeyMaterial', { KeyId: 'K1' })
    await bench.refused('UnsupportedOperationException')
    const record = await page.getByRole('button', { name: /^Trail \d+/ }).textContent()

    await bench.run('GenerateDataKey', { KeyId: 'K1', KeySpec: 'AES_256' })
    await answer(page, step('what-comes-out'))
    await bench.run('DescribeKey', { KeyId: 'K1' })
    for (const [label, value] of [
      ['Origin of K1, as DescribeKey shows it', 'AWS_KMS'],
      ['Number of the record', (record ?? '').replace(/\D/g, '')],
    ] as const) {
      await page.getByLabel(label).fill(value)
      await page.getByLabel(label).press('Enter')
    }

    const failure = step('region-failure')
    await expect(page.locator('li[aria-current="step"] h2')).toContainText(failure.title)
    const [prediction] = failure.predictions ?? []
    const box = page.locator('form.ask').filter({ hasText: plain(prediction?.asks ?? '?') })
    const right = prediction?.options.find(({ correct }) => correct)?.text ?? ''
    await box.getByRole('radio', { name: right, exact: true }).check()
    await box.getByRole('radio', { name: 'Sure', exact: true }).check()
    await box.getByRole('button', { name: 'Lock my answer' }).click()

    await expect(page.getByText('Enabled, brought by you')).toBeVisible()
    const press = page.getByRole('button', { name: 'Let eu-west-1 fail', exact: true })
    const dialog = page.getByRole('dialog', { name: 'Let the whole Region eu-west-1 fail?' })
    await press.click()
    await expect(dialog).toContainText('This is a teaching model.')
    await axe(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await press.click()
    await dialog.getByRole('button', { name: 'Let eu-west-1 fail' }).click()
    await expect(page.getByText('Enabled, brought by you')).toHaveCount(0)

    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect(page.getByText('Enabled, brought by you')).toBeVisible()
    await press.click()
    await dialog.getByRole('button', { name: 'Let eu-west-1 fail' }).click()
    await bench.run('Decrypt', { CiphertextBlob: { file: 'k2-object.enc' } })
    await bench.refused('KMSInvalidStateException')
    await bench.run('Decrypt', { CiphertextBlob: { file: 'object-1.enc' } })
    await expect(bench.newest()).toContainText('Plaintext')
    await answer(page, failure)
    await expect(page.getByText('The lab is done')).toBeVisible()
    await axe(page)
  })
})
