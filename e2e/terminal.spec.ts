import { fitsAcross } from './fits-across.ts'
import { axe, expect, test, type Locator, type Page } from './fixtures.ts'

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzTq1r2s3t4'

/** The terminal as somebody uses it who has only keys. */
function console(page: Page) {
  const field = page.getByRole('textbox', { name: /^Command line/ })
  const entries = page.getByRole('log', { name: 'Output' }).getByRole('article')
  return {
    field,
    entries,
    newest: () => entries.last(),
    /** By keys alone, from wherever the focus is. */
    async open({ again = false } = {}): Promise<void> {
      await (again ? page.reload() : page.goto('./#/sandbox'))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const phone = (page.viewportSize()?.width ?? 0) <= 700
      if (phone) {
        await tabTo(page, page.getByRole('button', { name: 'Do', exact: true }))
        await page.keyboard.press('Enter')
      }
      // A reload comes back to the tab that was open.
      if (again) await tabTo(page, page.getByRole('tab', { name: 'Terminal', selected: true }))
      else {
        await tabTo(page, page.getByRole('tab', { name: 'Do' }))
        await page.keyboard.press('ArrowRight')
        await expect(page.getByRole('tab', { name: 'Terminal' })).toBeFocused()
      }
      await tabTo(page, field)
      await expect(page.getByText('Loading the shell')).toHaveCount(0)
    },
    /** Types a line, runs it, and waits until it is an entry. */
    async run(line: string, exit = 0): Promise<Locator> {
      const before = await entries.count()
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
      await expect(entries).toHaveCount(before + 1)
      await expect(this.newest().getByText(`exit ${exit}`, { exact: true })).toBeVisible()
      await expect(field).toBeFocused()
      return this.newest()
    },
    output: () => entries.last().locator('[data-output]').first(),
  }
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never came to it')
}

// Every key is pressed one by one, which takes a busy machine long.

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

const paste = (field: Locator, text: string) =>
  field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

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

test('a form puts its command into the prompt, and a typed call stands among those of the forms', async ({
  page,
}) => {
  const terminal = console(page)
  await page.goto('./#/sandbox')
  await page.getByRole('button', { name: 'Put in terminal' }).press('Enter')
  await expect(terminal.field).toHaveValue('aws kms create-key')
  await expect(terminal.field).toBeFocused()
  await terminal.run(' --description typed')
  await terminal.newest().getByRole('button', { name: 'Event 1', exact: true }).press('Enter')
  await expect(page.getByRole('region', { name: 'Trail' })).toContainText('CreateKey')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Do' }).click()
  await expect(page.getByRole('log')).toContainText('aws kms create-key --description typed')
  await expect(page.getByRole('log')).toContainText('"KeyId"')
})

test('who looks at the newest answer goes on seeing it when the Trail opens, and who has scrolled up stays there', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const terminal = console(page)
  await terminal.open()
  for (let n = 1; n <= 5; n++) await terminal.run(`seq ${n * 100} ${n * 100 + 8}`)
  const status = terminal.newest().getByText('exit 0')
  await expect(status).toBeInViewport({ ratio: 1 })
  const trail = page.getByRole('button', { name: /^Trail/ }).last()
  const title = page.getByRole('heading', { name: 'Trail' })
  await trail.click()
  await expect(title).toBeVisible()
  await expect(status).toBeInViewport({ ratio: 1 })

  const log = page.getByRole('log', { name: 'Output' })
  await log.evaluate((element) => {
    element.scrollTop = 40
  })
  await trail.click()
  await expect(title).toBeHidden()
  expect(await log.evaluate(({ scrollTop }) => scrollTop)).toBe(40)
})

test('the same command again marks what is different now', async ({ page }) => {
  const terminal = console(page)
  await terminal.open()
  await terminal.run('K=$(aws kms create-key --query KeyMetadata.KeyId --output text)')
  await terminal.run('aws kms describe-key --key-id $K')
  await terminal.run('aws kms disable-key --key-id $K')
  await terminal.run('aws kms describe-key --key-id $K')
  await expect(terminal.newest().locator('.chg')).toHaveCount(2)
  await expect(terminal.newest().locator('.chg').last()).toContainText('"KeyState": "Disabled"')
  await expect(terminal.newest()).toContainText('was "Enabled"')
})

test('what a line answered is copied, read as text and as bytes, explained, shown in World, and run again', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const copied: string[] = []
    Object.assign(globalThis, { copied })
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void copied.push(text) },
    })
  })
  const terminal = console(page)
  await terminal.open()
  await terminal.run('K=$(aws kms create-key --query KeyMetadata.KeyId --output text)')
  await terminal.run('aws kms get-key-rotation-status --key-id $K')
  const entry = terminal.newest()
  const act = (name: string) => entry.getByRole('button', { name, exact: true })

  await act('Copy output').press('Enter')
  const copies = () => page.evaluate(() => (globalThis as unknown as { copied: string[] }).copied)
  await expect.poll(copies).toHaveLength(1)
  const copied = await copies()
  expect(JSON.parse(copied[0] ?? '')).toMatchObject({ KeyRotationEnabled: false })

  await act('As text').press('Enter')
  await expect(entry).toContainText('"KeyRotationEnabled": false')
  await act('As bytes').press('Enter')
  // A brace, a new line and four spaces are the first bytes of what the CLI prints.
  await expect(entry).toContainText(/7b0a 2020 2020/)
  await act('Explain').press('Enter')
  await expect(act('Explain')).toHaveAttribute('aria-expanded', 'true')
  await expect(entry).toContainText('GetKeyRotationStatus')

  await act('Show in World').press('Enter')
  await expect(page.getByRole('region', { name: 'World' })).toBeInViewport()
  const before = await terminal.entries.count()
  await act('Run again').press('Enter')
  await expect(terminal.entries).toHaveCount(before + 1)
  await expect(terminal.newest()).toContainText('"KeyRotationEnabled"')
})

test('output cannot restyle or hijack the page: escape sequences leave text, spans and classes (T03)', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const told: string[] = []
    Object.assign(globalThis, { clipboardTold: told })
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void told.push(text) },
    })
  })
  const terminal = console(page)
  await terminal.open()
  const title = await page.title()
  const ESC = '\u001b'
  const hostile = [
    `${ESC}[31;1mred${ESC}[0m`,
    `${ESC}]0;owned\u0007`,
    `${ESC}]8;;https://evil.example/${ESC}\\link${ESC}]8;;\u0007`,
    `${ESC}]52;c;ZXZpbA==\u0007`,
    `${ESC}[2J${ESC}[H${ESC}[?1049h`,
    `${ESC}P$q"p${ESC}\\`,
    '<img src=x onerror=alert(1)><style>*{display:none}</style>',
    '\u202egnp.exe',
    '\u009b31mC1',
    '\r\b\u007f',
  ].join('\n')
  await terminal.run(`echo ${Buffer.from(hostile).toString('base64')} | base64 -d`)
  const output = terminal.output()
  await expect(output.locator('.a-red.a-bold')).toHaveText('red')
  await expect(output).toContainText('⟨U+202E⟩gnp.exe')
  await expect(output).toContainText('<img src=x onerror=alert(1)>')
  const seen = await output.evaluate((element) =>
    [element, ...element.querySelectorAll('*')].map(({ tagName, attributes }) => [
      tagName,
      ...Array.from(attributes, ({ name }) => name),
    ]),
  )
  for (const [tag, ...attributes] of seen) {
    expect(tag).toBe('SPAN')
    expect(attributes.filter((name) => name !== 'class' && name !== 'data-output')).toEqual([])
  }
  expect(seen.length).toBeGreaterThan(1)
  const text = (await output.textContent()) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  expect(text).not.toContain('evil')
  expect(await page.title()).toBe(title)
  expect(await page.evaluate('clipboardTold')).toEqual([])
})

test('what looks like a credential is refused and stays nowhere (T23)', async ({ page }) => {
  const terminal = console(page)
  await terminal.open()
  await page.keyboard.type(`export AWS_SECRET_ACCESS_KEY=${SECRET}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('looks like a real AWS credential')
  await expect(terminal.field).toHaveValue('')
  await expect(terminal.entries).toHaveCount(0)
  await terminal.run('echo harmless')
  await page.keyboard.press('Control+r')
  await expect(page.getByRole('option')).toHaveText(['echo harmless'])
  const kept = () =>
    page.evaluate(async () => {
      const found: string[] = [location.href]
      for (const { name } of await indexedDB.databases()) {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name as string)
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
        for (const store of db.objectStoreNames) {
          const rows = await new Promise<unknown[]>((resolve) => {
            const request = db.transaction(store).objectStore(store).getAll()
            request.onsuccess = () => resolve(request.result)
          })
          found.push(JSON.stringify(rows))
        }
        db.close()
      }
      return found.join('\n')
    })
  await expect.poll(kept).toContain('echo harmless')
  expect(await page.evaluate('JSON.stringify([localStorage, sessionStorage])')).not.toContain(SECRET)
  expect(await kept()).not.toContain(SECRET)
})

test('files and lines are there after a reload, and what a line keeps shows in World', async ({ page }) => {
  const terminal = console(page)
  await terminal.open()
  await terminal.run('echo hello > greeting.txt')
  await expect(page.getByRole('region', { name: 'World' })).toContainText('greeting.txt')
  await expect(page.locator('.strip .saved')).toHaveText(/Saved/)
  await terminal.open({ again: true })
  await page.keyboard.press('ArrowUp')
  await expect(terminal.field).toHaveValue('echo hello > greeting.txt')
  await page.keyboard.press('Control+c')
  await terminal.run('cat greeting.txt')
  await expect(terminal.output()).toHaveText('hello')
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
