import { console } from './console.ts'
import { expect, test } from './fixtures.ts'

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzTq1r2s3t4'

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
