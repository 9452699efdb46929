import { verify as verifySignature, createPublicKey, createHmac } from 'node:crypto'
import { axe, expect, test } from './fixtures.ts'
import { hasOpenssl, ownComputer, workbench } from './workbench.ts'

/** What the learner's own computer gets of a file in the lab. */
async function download(
  bench: ReturnType<typeof workbench>,
  computer: ReturnType<typeof ownComputer>,
  name: string,
): Promise<Buffer> {
  await bench.tab('Files')
  await bench.page.getByRole('button', { name, exact: true }).click()
  const [file] = await Promise.all([
    bench.page.waitForEvent('download'),
    bench.page.getByRole('button', { name: 'Download', exact: true }).click(),
  ])
  await computer.keep(file, name)
  return computer.read(name)
}

test('a signature made in the page is verified outside with the public key alone', async ({ page }) => {
  const bench = workbench(page)
  const computer = ownComputer()
  await bench.openSandbox()
  await bench.run('CreateKey', { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
  const KeyId = await bench.newKeyId()
  await bench.run('Sign', { KeyId, Message: 'release 4.2', SigningAlgorithm: 'ECDSA_SHA_256' })
  await expect(bench.newest()).toContainText('"Signature"')
  await bench.run('GetPublicKey', { KeyId })
  const signature = await download(bench, computer, 'signature.bin')
  const key = createPublicKey({
    key: await download(bench, computer, 'PublicKey.bin'),
    format: 'der',
    type: 'spki',
  })
  expect(verifySignature('sha256', Buffer.from('release 4.2'), key, signature)).toBe(true)
  if (hasOpenssl) {
    computer.write('message.txt', 'release 4.2')
    computer.openssl('pkey', '-pubin', '-inform', 'DER', '-in', 'PublicKey.bin', '-out', 'public.pem')
    computer.openssl('dgst', '-sha256', '-verify', 'public.pem', '-signature', 'signature.bin', 'message.txt')
  }
  await bench.run('Verify', {
    KeyId,
    Message: 'release 4.3',
    Signature: { file: 'signature.bin' },
    SigningAlgorithm: 'ECDSA_SHA_256',
  })
  await bench.refused('KMSInvalidSignatureException')
  computer.close()
})

test('bytes imported into an HMAC key give the codes that they give everywhere', async ({ page }) => {
  const bench = workbench(page)
  const computer = ownComputer()
  await bench.openSandbox()
  await bench.run('CreateKey', { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC', Origin: 'EXTERNAL' })
  const KeyId = await bench.newKeyId()
  await bench.randomFile('material.bin')
  await bench.run('GetParametersForImport', {
    KeyId,
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_2048',
  })
  await expect(bench.newest()).toContainText('ParametersValidTo')
  await bench.wrapHere('material.bin', 'wrapped.bin')
  await bench.run('ImportKeyMaterial', {
    KeyId,
    ImportToken: { file: 'ImportToken.bin' },
    EncryptedKeyMaterial: { file: 'wrapped.bin' },
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
  })
  await bench.run('GenerateMac', { KeyId, Message: 'dose=20mg', MacAlgorithm: 'HMAC_SHA_256' })
  await expect(bench.newest()).toContainText('"Mac"')
  const material = await download(bench, computer, 'material.bin')
  const mac = await download(bench, computer, 'mac.bin')
  expect(mac).toEqual(createHmac('sha256', material).update('dose=20mg').digest())
  await axe(page)
  computer.close()
})

test('a secret enclosed for an ML-KEM key comes out the same', async ({ page }) => {
  const bench = workbench(page)
  const computer = ownComputer()
  await bench.openSandbox()
  await bench.run('CreateKey', { KeySpec: 'ML_KEM_768', KeyUsage: 'ENCAPSULATE_DECAPSULATE' })
  const KeyId = await bench.newKeyId()
  await bench.run('Encapsulate', { KeyId, EncapsulationAlgorithm: 'ML_KEM' })
  await expect(bench.newest()).toContainText('"SharedSecret"')
  await bench.run('Decapsulate', {
    KeyId,
    SharedSecretCiphertextBlob: { file: 'enclosed.bin' },
    EncapsulationAlgorithm: 'ML_KEM',
  })
  await expect(bench.newest()).toContainText('"SharedSecret"')
  const first = await download(bench, computer, 'shared-secret.bin')
  expect(first).toHaveLength(32)
  expect(await download(bench, computer, 'shared-secret-again.bin')).toEqual(first)
  computer.close()
})
