import { console, paste } from './console.ts'
import { fitsAcross } from './fits-across.ts'
import { axe, expect, test, type Locator, type Page } from './fixtures.ts'

const sizes = { 'a laptop': [1280, 800], 'a phone': [390, 844] } as const

for (const [name, [width, height]] of Object.entries(sizes)) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport: { width, height } })

    test('L2.1 by keys alone: from a first key to decrypted text, with completion and history', async ({
      page,
    }) => {
      const terminal = console(page)
      await terminal.open()

      // Completion: the operation and a flag; the rest is typed.
      await page.keyboard.type('K2=$(aws kms create-k')
      await completes(page, terminal.field, 'K2=$(aws kms create-key ')
      await page.keyboard.type('--orig')
      await completes(page, terminal.field, 'K2=$(aws kms create-key --origin ')
      await terminal.run('EXTERNAL --query KeyMetadata.KeyId --output text)')
      await terminal.run('aws kms create-alias --alias-name alias/sponsor-b --target-key-id $K2')
      await terminal.run(
        'aws kms get-parameters-for-import --key-id $K2 --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_3072 > params.json',
      )
      await terminal.run('jq -r .PublicKey params.json | base64 -d > PublicKey.bin')
      await terminal.run('jq -r .ImportToken params.json | base64 -d > ImportToken.bin')
      await terminal.run('openssl rand -out material.bin 32 && wc -c material.bin')
      await expect(terminal.output()).toHaveText('32 material.bin')
      await terminal.run('openssl dgst -sha256 material.bin')
      await expect(terminal.output()).toContainText(/^SHA2-256\(material.bin\)= [0-9a-f]{64}\n$/)

      // A hash left out, as most people do it first: openssl says nothing, KMS does.
      const wrap =
        'openssl pkeyutl -encrypt -in material.bin -out wrapped.bin -pubin -inkey PublicKey.bin -keyform DER -pkeyopt rsa_padding_mode:oaep'
      await terminal.run(wrap)
      const bring =
        'aws kms import-key-material --key-id $K2 --encrypted-key-material fileb://wrapped.bin --import-token fileb://ImportToken.bin --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE'
      const refused = await terminal.run(bring, 254)
      await expect(refused).toContainText('An error occurred (InvalidCiphertextException)')
      await expect(refused.locator('.coach')).toContainText('The box did not open')

      // History: the wrap line again, with what it lacked, and the import found by a search.
      for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowUp')
      await expect(terminal.field).toHaveValue(wrap)
      await terminal.run(' -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256')
      await page.keyboard.press('Control+r')
      await page.keyboard.type('import wrapped')
      await expect(page.getByRole('option', { selected: true })).toHaveText(bring)
      await page.keyboard.press('Enter')
      await expect(terminal.field).toHaveValue(bring)
      await terminal.run('')

      await terminal.run('echo -n "visit 7" > note.txt')
      await page.keyboard.type('aws kms encrypt --key-id alias/sp')
      await completes(page, terminal.field, 'aws kms encrypt --key-id alias/sponsor-b ')
      await terminal.run(
        '--plaintext fileb://note.txt --query CiphertextBlob --output text | base64 -d > note.enc',
      )
      await page.keyboard.type('aws kms decrypt --ciphertext-blob fileb://note.e')
      await completes(page, terminal.field, 'aws kms decrypt --ciphertext-blob fileb://note.enc ')
      const read = await terminal.run('--query Plaintext --output text | base64 -d')
      await expect(terminal.output()).toHaveText('visit 7')
      await expect(read.getByRole('button', { name: /^Event \d+$/ })).toBeVisible()
    })

    test('a line that never ends is ended by Ctrl+C: keys, files, folder and variables are as they were', async ({
      page,
    }) => {
      const terminal = console(page)
      await terminal.open()
      await terminal.run('mkdir work && cd work && echo kept > file.txt && NAME=seven')
      await terminal.run('aws kms create-key --description before --query KeyMetadata.Description')
      const lines = await terminal.entries.count()
      await page.keyboard.type('while true; do :; done')
      await page.keyboard.press('Enter')
      await expect(page.getByText('Running. Ctrl+C ends it.')).toBeVisible()
      await page.keyboard.press('Control+c')
      await expect(terminal.entries).toHaveCount(lines + 1)
      await expect(terminal.newest()).toContainText('exit 130')

      await terminal.run('cat file.txt; echo $NAME; aws kms list-keys --query "length(Keys)"')
      await expect(terminal.output()).toHaveText('kept\nseven\n1', { useInnerText: true })
      await page.reload()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    })

    test('has no fault that axe can find: empty, with output, with an open list and with a paste', async ({
      page,
    }) => {
      const terminal = console(page)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await terminal.open({ again: colorScheme === 'dark' })
        await axe(page)
        await terminal.run('aws kms create-key')
        await terminal.run('aws kms describe-key --key-id alias/none', 254)
        await terminal.newest().getByRole('button', { name: 'Explain' }).click()
        await terminal.entries.first().getByRole('button', { name: 'As bytes' }).click()
        await terminal.field.focus()
        await page.keyboard.type('aws kms gen')
        await page.keyboard.press('Tab')
        await expect(page.getByRole('listbox', { name: 'Completions' })).toBeVisible()
        await page.keyboard.press('ArrowDown')
        await axe(page)
        await paste(terminal.field, 'ls\nls -l \u202e')
        await expect(page.getByRole('dialog')).toContainText('ls -l ⟨U+202E⟩')
        await axe(page)
        await page.keyboard.press('Escape')
        await page.keyboard.press('Control+c')
      }
      await fitsAcross(page, 'the terminal')
    })
  })
}

/** Tab, and what the field holds then. */
async function completes(page: Page, field: Locator, text: string): Promise<void> {
  await page.keyboard.press('Tab')
  await expect(field).toHaveValue(text)
  await expect(field).toBeFocused()
}

test('the focus is never held: Tab in an empty field, Shift+Tab with a list open, and Escape all leave', async ({
  page,
}) => {
  const terminal = console(page)
  await terminal.open()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('nothing-begins-like-this')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Control+c')

  await page.keyboard.type('aws kms gen')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await expect(terminal.field).not.toBeFocused()
  await expect(page.getByRole('listbox')).toHaveCount(0)

  await terminal.field.focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(terminal.field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('log', { name: 'Output' })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.locator('#world')).toBeFocused()
})

test('several lines wait for a yes, more than a line may have are refused, and Up and Down know lines', async ({
  page,
}) => {
  const terminal = console(page)
  await terminal.open()
  await paste(terminal.field, 'for i in 1 2\ndo echo "line $i"\ndone\n')
  const dialog = page.getByRole('dialog', { name: 'Run 3 lines?' })
  await expect(dialog.getByRole('listitem')).toHaveText(['for i in 1 2', 'do echo "line $i"', 'done'])
  await expect(terminal.entries).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Run them' }).press('Enter')
  await expect(terminal.output()).toHaveText('line 1\nline 2', { useInnerText: true })

  await paste(terminal.field, 'echo a\n'.repeat(100_000))
  await expect(page.getByRole('alert')).toContainText('700,000 characters are too many')
  await expect(terminal.field).toHaveValue('')

  await paste(terminal.field, 'echo one\necho two')
  await page.getByRole('button', { name: 'Put into the prompt' }).press('Enter')
  await expect(terminal.field).toHaveValue('echo one\necho two')
  await expect(terminal.field).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(terminal.field).toHaveValue('echo one\necho two')
  await page.keyboard.press('ArrowUp')
  await expect(terminal.field).toHaveValue(/^for i in/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(terminal.field).toHaveValue('echo one\necho two')
  await page.keyboard.press('Control+c')

  // An open quote asks for the rest.
  await page.keyboard.type("echo 'half")
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('The command goes on')
  await terminal.run("whole'")
  await expect(terminal.output()).toHaveText('half\nwhole', { useInnerText: true })
})

test('a shell that cannot be loaded says so, the rest goes on, and a retry brings it', async ({
  page,
  trouble,
}) => {
  trouble.allow(/shell-worker|Failed to load resource|ERR_FAILED/)
  await page.route('**/shell-worker-*.js', (route) =>
    route.request().url().includes('client') ? route.continue() : route.abort(),
  )
  const terminal = console(page)
  await page.goto('./#/sandbox')
  await page.getByRole('tab', { name: 'Terminal' }).click()
  await expect(page.getByRole('alert')).toContainText('The shell could not be loaded')
  await expect(page.getByRole('region', { name: 'World' })).toBeVisible()
  await page.unroute('**/shell-worker-*.js')
  await page.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await terminal.field.focus()
  await terminal.run('echo here')
  await expect(terminal.output()).toHaveText('here')
})

test('the key row of a phone types, completes, walks and ends', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const terminal = console(page)
  await terminal.open()
  await expect(terminal.field).toHaveAttribute('autocapitalize', 'off')
  await expect(terminal.field).toHaveAttribute('autocorrect', 'off')
  // The dollar sign stands beside the first line of the field, not above it.
  const top = async (what: Locator) => (await what.boundingBox())?.y ?? Number.NaN
  await expect
    .poll(async () => Math.abs((await top(page.locator('.t-sign'))) - (await top(terminal.field))))
    .toBeLessThan(8)
  const keys = page.getByRole('group', { name: 'Keys' })
  const key = (name: string) => keys.getByRole('button', { name, exact: true }).click()
  await terminal.run('echo one')
  await page.keyboard.type('echo two ')
  await key('|')
  await page.keyboard.type(' cat ')
  await key('-')
  await expect(terminal.field).toHaveValue('echo two | cat -')
  await expect(terminal.field).toBeFocused()
  await key('Ctrl-C')
  await expect(terminal.field).toHaveValue('')
  await key('Line before')
  await expect(terminal.field).toHaveValue('echo one')
  await key('Line after')
  await page.keyboard.type('aws kms decr')
  await key('Tab')
  await expect(terminal.field).toHaveValue('aws kms decrypt ')
})
