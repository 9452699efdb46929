import { readFileSync } from 'node:fs'
import type { BrowserContext } from '@playwright/test'
import { expect, test, type Page } from './fixtures.ts'
import { workbench } from './workbench.ts'

const events = (page: Page) => page.locator('.trailbtn .num')
const mark = (page: Page) => page.locator('.strip .saved')

async function sandbox(context: BrowserContext, saved = 'Saved'): Promise<Page> {
  const page = await context.newPage()
  await page.goto('./#/sandbox')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(mark(page)).toHaveText(saved)
  return page
}

test('F02 the tab crashes, eight times: every action that was shown as saved is there', async ({
  context,
  trouble,
}) => {
  trouble.allow(/^page: .*crash/i)
  let made = 0
  for (let crashes = 0; crashes < 8; crashes++) {
    const page = await sandbox(context)
    await expect(events(page)).toHaveText(String(made))
    const bench = workbench(page)
    for (let i = 0; i <= crashes % 3; i++) {
      await bench.run('CreateKey')
      await expect(events(page)).toHaveText(String(++made))
    }
    await expect(mark(page)).toHaveText('Saved')
    const crashed = page.waitForEvent('crash')
    const session = await context.newCDPSession(page)
    session.send('Page.crash').catch(() => undefined)
    await crashed
    await page.close()
  }
  const page = await sandbox(context)
  await expect(events(page)).toHaveText(String(made))
})

test('F04 the disk is full: it is said, the work goes on, a file can be saved, and a retry brings all of it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put
    const faults = globalThis as unknown as { diskIsFull?: boolean }
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (faults.diskIsFull) throw new DOMException('no room', 'QuotaExceededError')
      return put.apply(this, args)
    }
  })
  const bench = workbench(page)
  await bench.openSandbox()
  await bench.run('CreateKey')
  await bench.saved()
  await page.evaluate(() => void ((globalThis as unknown as { diskIsFull: boolean }).diskIsFull = true))
  await bench.run('CreateKey')
  await expect(mark(page)).toHaveText('Not saved')
  await expect(page.locator('.notice')).toContainText('no room left')
  await bench.run('CreateKey')
  await expect(events(page)).toHaveText('3')
  const file = await savedFile(page)
  expect(file).toContain('kms-key-material-lab/workspace')

  await page.evaluate(() => void ((globalThis as unknown as { diskIsFull: boolean }).diskIsFull = false))
  await page.getByRole('button', { name: 'Retry', exact: true }).click()
  await bench.saved()
  await expect(page.locator('.notice')).toHaveCount(0)
  await page.reload()
  await expect(events(page)).toHaveText('3')
})

for (const [how, script] of [
  ['missing', () => void Object.defineProperty(globalThis, 'indexedDB', { value: undefined })],
  [
    'refused',
    () => {
      Object.defineProperty(globalThis, 'indexedDB', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    },
  ],
  [
    'silent',
    () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
    },
  ],
] as const) {
  test(`F05 storage is ${how}: the lab starts in memory, says so, and gives the work as a file`, async ({
    page,
  }) => {
    await page.addInitScript(script)
    await page.goto('./#/sandbox')
    await expect(mark(page)).toHaveText('Not saved')
    await expect(page.locator('.notice')).toContainText('stays in memory')
    await workbench(page).run('CreateKey')
    await expect(events(page)).toHaveText('1')
    expect(await savedFile(page)).toContain('CreateKey')
  })
}

test('F06 the database is deleted from another tab: the work is still there, and saved again', async ({
  page,
  context,
  trouble,
}) => {
  trouble.allow(/404.*\/(no-page-of-the-lab|favicon\.ico)/)
  const bench = workbench(page)
  await bench.openSandbox()
  await bench.run('CreateKey')
  await bench.saved()
  const other = await context.newPage()
  // The same origin, without a lab that would join in.
  await other.goto('./no-page-of-the-lab')
  await other.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        indexedDB.databases().then((all) => {
          const request = indexedDB.deleteDatabase(
            all.find(({ name }) => name?.endsWith('/workspace'))?.name ?? '',
          )
          request.onsuccess = () => resolve()
          request.onerror = () => reject(request.error)
        }, reject)
      }),
  )
  await expect(page.locator('.notice')).toContainText('saved again')
  await bench.run('CreateKey')
  await bench.saved()
  await page.reload()
  await expect(events(page)).toHaveText('2')
})

test('F07 two tabs: the second follows, takes over, and nothing of either is lost', async ({ context }) => {
  const first = await sandbox(context)
  const second = await sandbox(context, 'Read only')
  await workbench(first).run('CreateKey')
  await expect(events(second)).toHaveText('1')
  let made = 1
  const tabs = [second, first] as const
  for (let turn = 0; turn < 6; turn++) {
    const writer = tabs[turn % 2] as Page
    const reader = tabs[(turn + 1) % 2] as Page
    await writer.getByRole('button', { name: 'Take over', exact: true }).click()
    await expect(mark(writer)).toHaveText('Saved')
    await expect(mark(reader)).toHaveText('Read only')
    await workbench(writer).run('CreateKey')
    await expect(events(writer)).toHaveText(String(++made))
    // The other tab hears of it when it is on disk.
    await expect(mark(writer)).toHaveText('Saved')
    await expect(events(reader)).toHaveText(String(made))
  }
  await first.close()
  await second.close()
  const third = await sandbox(context)
  await expect(events(third)).toHaveText(String(made))
})

test('F08 the tab that writes is closed: the other one can write at once', async ({ context }) => {
  const first = await sandbox(context)
  const second = await sandbox(context, 'Read only')
  await workbench(first).run('CreateKey')
  await expect(mark(first)).toHaveText('Saved')
  await first.close()
  await expect(mark(second)).toHaveText('Saved')
  await workbench(second).run('CreateKey')
  await expect(events(second)).toHaveText('2')
})

test('F09 without Web Locks the tabs take turns by a lease', async ({ context }) => {
  await context.addInitScript(
    () => void Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }),
  )
  const first = await sandbox(context)
  const second = await sandbox(context, 'Read only')
  await workbench(first).run('CreateKey')
  await expect(events(second)).toHaveText('1')
  await second.getByRole('button', { name: 'Take over', exact: true }).click()
  await expect(mark(second)).toHaveText('Saved')
  await expect(mark(first)).toHaveText('Read only')
  await workbench(second).run('CreateKey')
  await expect(events(first)).toHaveText('2')
})

test('F22 without crypto.subtle an import works as ever', async ({ page }) => {
  await page.addInitScript(() => void Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }))
  const bench = workbench(page)
  await bench.openSandbox()
  await page.getByRole('button', { name: 'A key with imported material' }).click()
  await expect(
    page.getByRole('region', { name: /^Facts of/ }).getByText('Enabled', { exact: true }),
  ).toBeVisible()
  await bench.run('Encrypt', { Plaintext: 'payroll' })
  await expect(bench.newest()).toContainText('CiphertextBlob')
})

test('F37 the storage of the site is cleared while the lab is open: the learner is told, and the work saved again', async ({
  page,
  context,
  baseURL,
}) => {
  const bench = workbench(page)
  await bench.openSandbox()
  await bench.run('CreateKey')
  await bench.saved()
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(baseURL ?? '').origin,
    storageTypes: 'all',
  })
  await bench.run('CreateKey')
  await expect(page.locator('.notice')).toContainText('saved again')
  await bench.saved()
  await page.reload()
  await expect(events(page)).toHaveText('2')
})

async function savedFile(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save to file' }).first().click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}
