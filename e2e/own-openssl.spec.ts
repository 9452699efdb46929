import { unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { hasOpenssl, ownComputer, workbench } from './workbench.ts'

test.describe('a key filled with the openssl of this machine', () => {
  if (!hasOpenssl) {
    test('is not tried: the openssl command is not on this machine', () =>
      console.log('openssl journeys not run'))
    return
  }

  for (const [spec, bytes] of [
    ['RSA_2048', 256],
    ['RSA_3072', 384],
    ['RSA_4096', 512],
  ] as const) {
    for (const [algorithm, hash] of [
      ['RSAES_OAEP_SHA_256', 'sha256'],
      ['RSAES_OAEP_SHA_1', 'sha1'],
    ] as const) {
      test(`${spec} with ${algorithm}: download, wrap, upload, import, encrypt, decrypt`, async ({
        page,
      }) => {
        const own = ownComputer()
        const bench = workbench(page)
        await bench.openLab('L2.2')

        await page.getByText(spec, { exact: true }).first().click()
        await page.getByRole('combobox', { name: 'How the box is closed' }).selectOption(algorithm)
        await page.getByRole('button', { name: 'Get public key and token' }).click()
        await expect(page.getByText('Both files are here.')).toBeVisible()

        const [zip] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'Download both as zip' }).click(),
        ])
        await own.keep(zip, 'parameters.zip')
        const inside = unzipSync(readFileSync(own.path('parameters.zip')))
        expect(Object.keys(inside).sort()).toEqual(['ImportToken.bin', 'README.txt', 'WrappingPublicKey.bin'])
        const [single] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: /^WrappingPublicKey\.bin/ }).click(),
        ])
        await own.keep(single)
        expect(own.read('WrappingPublicKey.bin')).toEqual(
          Buffer.from(inside['WrappingPublicKey.bin'] as Uint8Array),
        )

        own.openssl('rand', '-out', 'material.bin', '32')
        own.wrap(hash)
        expect(own.read('wrapped.bin')).toHaveLength(bytes)

        await page.locator('input[type=file]').first().setInputFiles(own.path('wrapped.bin'))
        await expect(
          page.getByText(`wrapped.bin is here: ${bytes} bytes, as long as the wrapping key.`),
        ).toBeVisible()
        await page.getByRole('radio', { name: /^It stays/ }).check()
        await page.getByRole('button', { name: 'Import material' }).click()
        await bench.keyIs('Enabled')

        await bench.run(
          'Encrypt',
          { KeyId: 'K3', Plaintext: 'visit 7: stable' },
          { CiphertextBlob: 'visit-7.enc' },
        )
        await bench.run('Decrypt', { CiphertextBlob: { file: 'visit-7.enc' } })
        await expect(bench.newest()).toContainText(Buffer.from('visit 7: stable').toString('base64'))
        own.close()
      })
    }
  }

  test('an RSA private key goes in two steps, with RSA_AES_KEY_WRAP_SHA_256', async ({ page }) => {
    const own = ownComputer()
    const bench = workbench(page)
    await bench.openSandbox()
    await bench.run('CreateKey', {
      Origin: 'EXTERNAL',
      KeySpec: 'RSA_2048',
      KeyUsage: 'SIGN_VERIFY',
      Description: 'signing',
    })
    await bench.run(
      'GetParametersForImport',
      { WrappingAlgorithm: 'RSA_AES_KEY_WRAP_SHA_256', WrappingKeySpec: 'RSA_3072' },
      { PublicKey: 'WrappingPublicKey.bin', ImportToken: 'ImportToken.bin' },
    )
    await expect(bench.newest()).toContainText('ParametersValidTo')
    await bench.tab('Files')
    await page.getByRole('button', { name: 'WrappingPublicKey.bin', exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download', exact: true }).click(),
    ])
    await own.keep(download, 'WrappingPublicKey.bin')

    own.openssl(
      'genpkey',
      '-algorithm',
      'RSA',
      '-pkeyopt',
      'rsa_keygen_bits:2048',
      '-outform',
      'DER',
      '-out',
      'pair.der',
    )
    own.openssl(
      'pkcs8',
      '-topk8',
      '-nocrypt',
      '-inform',
      'DER',
      '-in',
      'pair.der',
      '-outform',
      'DER',
      '-out',
      'pkcs8.der',
    )
    own.openssl('rand', '-out', 'aes.bin', '32')
    own.wrap('sha256', 'aes.bin', 'wrapped-aes.bin')
    own.openssl(
      'enc',
      '-id-aes256-wrap-pad',
      '-K',
      own.read('aes.bin').toString('hex'),
      '-iv',
      'A65959A6',
      '-in',
      'pkcs8.der',
      '-out',
      'wrapped-pair.bin',
    )
    own.write('wrapped.bin', Buffer.concat([own.read('wrapped-aes.bin'), own.read('wrapped-pair.bin')]))

    await page.locator('input[type=file]').first().setInputFiles(own.path('wrapped.bin'))
    await expect(page.getByText('Here now: wrapped.bin.')).toBeVisible()
    await bench.run('ImportKeyMaterial', {
      ImportToken: { file: 'ImportToken.bin' },
      EncryptedKeyMaterial: { file: 'wrapped.bin' },
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    })
    await bench.run('DescribeKey')
    await expect(bench.newest()).toContainText('"Enabled"')
    own.close()
  })
})
