import { expect, type Locator, type Page } from './fixtures.ts'

/** The terminal as somebody uses it who has only keys. */
export function console(page: Page) {
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

/** A paste of plain text, as the browser tells of one. */
export const paste = (field: Locator, text: string) =>
  field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
