import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Download, type Page } from './fixtures.ts'

/** A folder of the learner's own computer, with the machine's own OpenSSL. Removed when the test ends. */
export function ownComputer() {
  const folder = mkdtempSync(join(tmpdir(), 'own-computer-'))
  const path = (name: string) => join(folder, name)
  return {
    path,
    write: (name: string, bytes: Uint8Array | string) => writeFileSync(path(name), bytes),
    read: (name: string): Buffer => readFileSync(path(name)),
    openssl(...args: string[]): void {
      const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
      expect(status, `openssl ${args.join(' ')}: ${stderr}`).toBe(0)
    },
    wrap(hash: 'sha256' | 'sha1', from = 'material.bin', to = 'wrapped.bin', mask = hash): void {
      const options = [`rsa_padding_mode:oaep`, `rsa_oaep_md:${hash}`, `rsa_mgf1_md:${mask}`].flatMap(
        (option) => ['-pkeyopt', option],
      )
      this.openssl(
        'pkeyutl',
        '-encrypt',
        '-in',
        from,
        '-out',
        to,
        '-pubin',
        '-inkey',
        'WrappingPublicKey.bin',
        '-keyform',
        'DER',
        ...options,
      )
    },
    async keep(download: Download, name = download.suggestedFilename()): Promise<void> {
      await download.saveAs(path(name))
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export type OwnComputer = ReturnType<typeof ownComputer>

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0

/** The workspace as a learner uses it: by names that are on the screen. */
export function workbench(page: Page) {
  const form = page.locator('form.comp')
  const entries = page
    .getByRole('log')
    .getByRole('listitem')
    .filter({ has: page.locator('code.c') })
  return {
    page,
    async openLab(code: string): Promise<void> {
      await page.goto(`./#/lab/${code}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await this.saved()
    },
    async openSandbox(): Promise<void> {
      await page.goto('./#/sandbox')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await this.saved()
    },
    async saved(): Promise<void> {
      await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
    },
    async tab(name: 'Do' | 'Files' | 'Your computer'): Promise<void> {
      await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
    },
    /** Fills the form of an operation and runs it. Values go by member name; `{ file }` picks a file of the learner's. */
    async run(
      operation: string,
      members: Record<string, string | { file: string }> = {},
      keep: Record<string, string> = {},
    ): Promise<void> {
      await this.tab('Do')
      await form.getByLabel('Command', { exact: true }).selectOption(operation)
      for (const [member, value] of Object.entries(members)) await this.fill(member, value)
      for (const [member, name] of Object.entries(keep)) {
        const box = form.getByLabel(`Keep ${member}`, { exact: true })
        await box.check()
        await form.getByLabel(`File name for ${member}`).fill(name)
      }
      const before = await entries.count()
      await form.getByRole('button', { name: 'Run', exact: true }).click()
      // An answer is in the log when it is on disk; until then the newest one is that of the call before.
      await expect.poll(() => entries.count()).toBeGreaterThan(before)
      await expect(form.getByRole('button', { name: 'Run', exact: true })).toBeVisible()
    },
    async fill(member: string, value: string | { file: string }): Promise<void> {
      const box = form.locator(`[data-member="${member}"]`)
      const folded = form.locator('details.f-more')
      if (!(await box.isVisible())) await folded.locator('summary').click()
      const typing = box.getByRole('button', { name: 'Type text' })
      if (typeof value !== 'string') return void (await box.locator('select').selectOption(value.file))
      if (await typing.isVisible()) await typing.click()
      const select = box.locator('select')
      if (await select.isVisible()) {
        // Keys are shown by name; options carry ids.
        const byName = select.locator('option').filter({ hasText: value })
        const named = (await byName.count()) > 0 ? await byName.first().getAttribute('value') : value
        await select.selectOption(named ?? value)
      } else await box.locator('input, textarea').first().fill(value)
    },
    /** The newest entry of the result log. */
    newest: () => entries.last(),
    async refused(code: string): Promise<void> {
      await expect(this.newest().getByText(`(${code})`)).toBeVisible()
    },
    /** What openssl would do on the learner's side, done by the page. */
    async randomFile(name: string): Promise<void> {
      await form.getByLabel('Command', { exact: true }).selectOption('random')
      await form.getByLabel('File name', { exact: true }).fill(name)
      await form.getByRole('button', { name: 'Run', exact: true }).click()
      await expect(page.getByRole('log')).toContainText(`${name}, 32 bytes`)
    },
    async wrapHere(material: string, output: string): Promise<void> {
      await form.getByLabel('Command', { exact: true }).selectOption('wrap')
      await form.getByLabel('In: the material').selectOption(material)
      await form.getByLabel('Public key', { exact: true }).selectOption('WrappingPublicKey.bin')
      await form.getByLabel('Hash of OAEP').selectOption('SHA-256')
      await form.getByLabel('Out: file name').fill(output)
      await form.getByRole('button', { name: 'Run', exact: true }).click()
      await expect(page.getByRole('log')).toContainText(`-in ${material}`)
    },
    /** The id in the newest answer: the key that was just made. */
    async newKeyId(): Promise<string> {
      await expect(this.newest()).toContainText('"KeyId"')
      const [, id] = /"KeyId":\s*"([0-9a-f-]{36})"/.exec((await this.newest().textContent()) ?? '') ?? []
      expect(id, 'a key id in the answer').toBeDefined()
      return id as string
    },
    /** What the World pane says of the selected key. */
    async keyIs(state: 'Enabled' | 'Disabled' | 'PendingImport' | 'PendingDeletion'): Promise<void> {
      const facts = page.getByRole('region', { name: /^Facts of/ })
      await expect(facts.getByText(state, { exact: true })).toBeVisible()
    },
    /** Opens the clock, aims with one of its buttons and goes. */
    async travel(aim: 'Next event' | '1 day after' | '+24 h' | '+10 min'): Promise<void> {
      const clock = page.getByRole('region', { name: 'Clock' })
      if (!(await clock.isVisible())) await page.locator('.strip button').first().click()
      await page.getByRole('group', { name: 'Jump' }).getByRole('button', { name: aim }).click()
      await page.locator('.go .btn.time').click()
      await expect(page.locator('.go .btn.time')).toHaveCount(0)
      await page.getByRole('button', { name: 'Close the clock' }).click()
    },
  }
}

export type Workbench = ReturnType<typeof workbench>
