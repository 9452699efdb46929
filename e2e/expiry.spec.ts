import { expect, test } from './fixtures.ts'
import { workbench } from './workbench.ts'

test.describe('material that expires', () => {
  test('time travel empties the key, decrypt is refused, other bytes are refused, the same bytes restore', async ({
    page,
  }) => {
    const bench = workbench(page)
    await bench.openSandbox()
    await page.getByRole('button', { name: 'A key with imported material' }).click()
    await bench.keyIs('Enabled')
    await bench.run('Encrypt', { Plaintext: 'payroll' }, { CiphertextBlob: 'payroll.enc' })
    await expect(bench.newest()).toContainText('CiphertextBlob')

    await page.locator('.strip .clk').click()
    await page.getByRole('group', { name: 'Jump' }).getByRole('button', { name: '1 day after' }).click()
    await expect(page.getByRole('region', { name: /^What will happen, 1 event/ })).toContainText('expires')
    await page.locator('.go .btn.time').click()
    await expect(page.getByRole('region', { name: /^What happened, 1 event/ })).toContainText(
      'Pending import',
    )
    await page.getByRole('button', { name: 'Close the clock' }).click()
    await bench.keyIs('PendingImport')

    await bench.run('Decrypt', { CiphertextBlob: { file: 'payroll.enc' } })
    await bench.refused('KMSInvalidStateException')
    await expect(bench.newest()).toContainText('is pending import.')

    const parameters = () =>
      bench.run(
        'GetParametersForImport',
        { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
        { PublicKey: 'WrappingPublicKey.bin', ImportToken: 'ImportToken.bin' },
      )
    const importWrapped = () =>
      bench.run('ImportKeyMaterial', {
        ImportToken: { file: 'ImportToken.bin' },
        EncryptedKeyMaterial: { file: 'wrapped.bin' },
        ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      })
    await parameters()
    await expect(bench.newest()).toContainText('ParametersValidTo')
    await bench.randomFile('other.bin')
    await bench.wrapHere('other.bin', 'wrapped.bin')
    await importWrapped()
    await bench.refused('IncorrectKeyMaterialException')
    await bench.keyIs('PendingImport')

    await bench.wrapHere('material.bin', 'wrapped.bin')
    await importWrapped()
    await bench.keyIs('Enabled')
    await bench.run('Decrypt', { CiphertextBlob: { file: 'payroll.enc' } })
    await expect(bench.newest()).toContainText(Buffer.from('payroll').toString('base64'))
  })

  test('undo takes a clock move back with all it did, and redo does it again', async ({ page }) => {
    const bench = workbench(page)
    await bench.openSandbox()
    await page.getByRole('button', { name: 'A key with imported material' }).click()
    await bench.keyIs('Enabled')
    await bench.travel('1 day after')
    await bench.keyIs('PendingImport')
    await page.getByRole('button', { name: 'Undo' }).click()
    await bench.keyIs('Enabled')
    await expect(page.getByRole('button', { name: /^Open the clock: Mon 12 Jan 2026/ })).toBeVisible()
    await page.getByRole('button', { name: 'Redo' }).click()
    await bench.keyIs('PendingImport')
    await bench.saved()
    await page.reload()
    await bench.keyIs('PendingImport')
  })
})
