import { expect, test, type Page } from './fixtures.ts'
import { hasOpenssl, ownComputer, workbench, type OwnComputer, type Workbench } from './workbench.ts'

/** Uploads that are recognised before KMS sees them (L2.2). */
const refusedAtTheDoor: readonly (readonly [
  title: string,
  make: (own: OwnComputer) => Uint8Array | string,
  answer: RegExp,
])[] = [
  [
    'the material itself',
    (own) => own.read('material.bin'),
    /That is the secret itself \(32 bytes\)\. It was not sent anywhere/,
  ],
  [
    'the material as base64 text',
    (own) => own.read('material.bin').toString('base64'),
    /That is the secret itself \(32 bytes, written as base64\)/,
  ],
  [
    'the material as hex text',
    (own) => `${own.read('material.bin').toString('hex')}\n`,
    /That is the secret itself \(32 bytes, written as hex\)/,
  ],
  [
    'the blob as base64 text',
    (own) => own.read('wrapped.bin').toString('base64'),
    /The letters stand for 384 bytes/,
  ],
  ['the public key', (own) => own.read('WrappingPublicKey.bin'), /It is not the box/],
  ['the import token', (own) => own.read('ImportToken.bin'), /The token is the label, not the box/],
  [
    'a PEM file',
    (own) =>
      `-----BEGIN PUBLIC KEY-----\n${own.read('WrappingPublicKey.bin').toString('base64')}\n-----END PUBLIC KEY-----\n`,
    /A PEM file is text/,
  ],
  ['a blob for another wrapping key size', () => new Uint8Array(256).fill(0xc3), /exactly 384/],
  ['an empty file', () => '', /There are 0 bytes in this file/],
]

/** Blobs that go in and that KMS refuses (the patients of L2.3, first import). */
const refusedByKms: readonly (readonly [
  title: string,
  code: string,
  says: RegExp,
  make: (own: OwnComputer) => void,
])[] = [
  [
    '45 bytes of base64 text, wrapped',
    'IncorrectKeyMaterialException',
    /not 32 raw bytes/,
    (own) => {
      own.openssl('rand', '-base64', '-out', 'text.bin', '32')
      own.wrap('sha256', 'text.bin')
    },
  ],
  ['a box closed with SHA-1', 'InvalidCiphertextException', /closed with SHA-1/, (own) => own.wrap('sha1')],
  [
    'a box closed with two different hashes',
    'InvalidCiphertextException',
    /did not open/,
    (own) => own.wrap('sha256', 'material.bin', 'wrapped.bin', 'sha1'),
  ],
  [
    '16 bytes of material',
    'IncorrectKeyMaterialException',
    /not 32 raw bytes/,
    (own) => {
      own.openssl('rand', '-out', 'short.bin', '16')
      own.wrap('sha256', 'short.bin')
    },
  ],
]

async function parameters(page: Page, own: OwnComputer): Promise<void> {
  await page.getByText('RSA_3072', { exact: true }).first().click()
  const trail = page.getByRole('button', { name: /^Trail \d+$/ })
  const before = Number((await trail.textContent())?.replace(/\D/g, ''))
  await page.getByRole('button', { name: 'Get public key and token' }).click()
  await expect(trail).toHaveText(new RegExp(`${before + 1}\\s*$`))
  for (const name of ['WrappingPublicKey.bin', 'ImportToken.bin']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: new RegExp(`^${name}`) }).click(),
    ])
    await own.keep(download, name)
  }
}

async function handOver(page: Page, own: OwnComputer, name: string): Promise<void> {
  const list = page.getByRole('table', { name: 'Everything that came in' }).locator('tbody tr')
  const before = await list.count()
  await page.locator('input[type=file]').first().setInputFiles(own.path(name))
  await expect(list).toHaveCount(before + 1)
}

async function importIt(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^It stays/ }).check()
  await page.getByRole('button', { name: 'Import material' }).click()
}

test.describe('wrong files in L2.2', () => {
  if (!hasOpenssl) {
    test('are not tried: the openssl command is not on this machine', () =>
      console.log('wrong-file journeys not run'))
    return
  }

  test('every upload that is no wrapped blob is refused with its own answer, and nothing of it is kept', async ({
    page,
  }) => {
    const own = ownComputer()
    await workbench(page).openLab('L2.2')
    await parameters(page, own)
    own.openssl('rand', '-out', 'material.bin', '32')
    own.wrap('sha256')
    for (const [i, [title, make, answer]] of refusedAtTheDoor.entries()) {
      own.write(`wrong-${i}.bin`, make(own))
      await handOver(page, own, `wrong-${i}.bin`)
      await expect(page.getByRole('alert').filter({ hasText: answer }), title).toBeVisible()
    }
    await expect(page.getByRole('tab', { name: 'Files 2' })).toBeVisible()
    own.close()
  })

  test('a file with real-looking AWS credentials is stopped before anything is recorded', async ({
    page,
  }) => {
    const own = ownComputer()
    await workbench(page).openLab('L2.2')
    // Put together here, so that no scanner takes this file for a leak.
    own.write('config', `[default]\naws_access_key_id = AKIA${'QWERTYUIOPASDFGH'}\n`)
    await page.locator('input[type=file]').first().setInputFiles(own.path('config'))
    await expect(page.getByRole('alert')).toContainText('AWS')
    await expect(page.getByRole('table', { name: 'Everything that came in' })).toHaveCount(0)
    own.close()
  })

  test('a file of 50 MB is refused by its size, before it is read', async ({ page }) => {
    const own = ownComputer()
    await workbench(page).openLab('L2.2')
    own.write('huge.bin', Buffer.alloc(51 * 1024 * 1024))
    await page.locator('input[type=file]').first().setInputFiles(own.path('huge.bin'))
    await expect(page.getByRole('alert')).toContainText(/MB|6,144/)
    own.close()
  })

  for (const [title, code, says, make] of refusedByKms) {
    test(`${title}: ${code}`, async ({ page }) => {
      const own = ownComputer()
      const bench = workbench(page)
      await bench.openLab('L2.2')
      await parameters(page, own)
      own.openssl('rand', '-out', 'material.bin', '32')
      make(own)
      await handOver(page, own, 'wrapped.bin')
      await importIt(page)
      const answer = page.getByRole('alert').filter({ hasText: `(${code})` })
      await expect(answer).toBeVisible()
      await expect(answer).toContainText(says)
      await bench.keyIs('PendingImport')
      own.close()
    })
  }

  test('an old label, an old box under a new label, and other bytes are each refused for their own reason', async ({
    page,
  }) => {
    const own = ownComputer()
    const bench = workbench(page)
    await bench.openLab('L2.2')
    await parameters(page, own)
    own.openssl('rand', '-out', 'material.bin', '32')
    own.wrap('sha256')
    await handOver(page, own, 'wrapped.bin')
    await expect(page.getByText(/wrapped\.bin is here: 384 bytes/)).toBeVisible()

    await bench.travel('+24 h')
    await importIt(page)
    await expect(page.getByRole('alert').filter({ hasText: 'ExpiredImportTokenException' })).toContainText(
      '24 h',
    )

    await parameters(page, own)
    await importIt(page)
    await expect(page.getByRole('alert').filter({ hasText: 'InvalidCiphertextException' })).toContainText(
      'another public key',
    )

    own.wrap('sha256')
    await handOver(page, own, 'wrapped.bin')
    await importIt(page)
    await bench.keyIs('Enabled')

    own.openssl('rand', '-out', 'material.bin', '32')
    own.wrap('sha256')
    await handOver(page, own, 'wrapped.bin')
    await importIt(page)
    await expect(page.getByRole('alert').filter({ hasText: 'IncorrectKeyMaterialException' })).toContainText(
      'not the bytes this key knows',
    )
    await bench.keyIs('Enabled')
    own.close()
  })

  test('a token of another key is refused with InvalidImportTokenException', async ({ page }) => {
    const own = ownComputer()
    const bench: Workbench = workbench(page)
    await bench.openLab('L2.2')
    await bench.run('CreateKey', { Origin: 'EXTERNAL', Description: 'another key' })
    const other = await bench.newKeyId()
    await bench.run(
      'GetParametersForImport',
      { KeyId: other, WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
      { PublicKey: 'WrappingPublicKey.bin', ImportToken: 'other-token.bin' },
    )
    await bench.run('ImportKeyMaterial', {
      KeyId: 'K3',
      ImportToken: { file: 'other-token.bin' },
      EncryptedKeyMaterial: { file: 'WrappingPublicKey.bin' },
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    })
    await bench.refused('InvalidImportTokenException')
    own.close()
  })
})
