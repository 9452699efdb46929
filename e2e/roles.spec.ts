import type { Locator } from '@playwright/test'
import { fitsAcross } from './fits-across.ts'
import { axe, expect, test, type Page } from './fixtures.ts'
import { workbench } from './workbench.ts'

const caller = (page: Page): Locator => page.getByRole('button', { name: /^You act as / })

/** Chooses a role or a Region as a learner does, and waits until the page says so. */
async function actAs(page: Page, option: string, now: string): Promise<void> {
  await caller(page).click()
  await page.getByRole('radio', { name: new RegExp(`^${option}`) }).check()
  await page.keyboard.press('Escape')
  await expect(caller(page)).toHaveAccessibleName(`You act as ${now}`)
}

const sizes = [
  [1440, 900],
  [1280, 800],
  [820, 1180],
  [760, 600],
  [390, 844],
  [320, 640],
  // 1280 x 800 at 400 %
  [320, 200],
] as const

/** The literal command in the form. */
const command = (page: Page) => page.getByRole('group', { name: 'The command this form stands for' })

test('AppRole encrypts with a key and may not schedule its deletion, and the answer says why', async ({
  page,
}) => {
  const bench = workbench(page)
  await bench.openSandbox()
  await expect(caller(page)).toHaveAccessibleName('You act as root in eu-west-1')
  await bench.run('CreateKey')
  const KeyId = await bench.newKeyId()
  await actAs(page, 'AppRole', 'AppRole in eu-west-1')
  await bench.run('Encrypt', { KeyId, Plaintext: 'dose=20mg' })
  await expect(bench.newest()).toContainText('"CiphertextBlob"')
  await expect(bench.newest()).toContainText('--profile AppRole')
  await bench.run('ScheduleKeyDeletion', { KeyId })
  await bench.refused('AccessDeniedException')
  await expect(bench.newest()).toContainText(
    `User: arn:aws:sts::111122223333:assumed-role/AppRole/lab is not authorized to perform: kms:ScheduleKeyDeletion on resource: arn:aws:kms:eu-west-1:111122223333:key/${KeyId} because no identity-based policy allows the kms:ScheduleKeyDeletion action`,
  )
  await expect(bench.newest()).toContainText('It is the role that may not')
  await bench.keyIs('Enabled')
  await bench
    .newest()
    .getByRole('button', { name: /^Event/ })
    .click()
  await expect(page.getByRole('region', { name: 'Trail' })).toContainText('assumed-role/AppRole/lab')
  await axe(page)
})

test('KeyAdmin replicates a key, goes to its Region and decrypts there, and a reload keeps role and Region', async ({
  page,
}) => {
  const bench = workbench(page)
  await bench.openSandbox()
  await actAs(page, 'KeyAdmin', 'KeyAdmin in eu-west-1')
  await bench.tab('Do')
  await page.getByLabel('Command', { exact: true }).selectOption('CreateKey')
  await page.getByText('More options').click()
  await page.locator('[data-member="MultiRegion"] input').check()
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const [, KeyId = ''] =
    /"KeyId":\s*"(mrk-[0-9a-f]{32})"/.exec((await bench.newest().textContent()) ?? '') ?? []
  expect(KeyId).not.toBe('')
  await bench.run('Encrypt', { KeyId, Plaintext: 'visit 7' })
  await expect(bench.newest()).toContainText('"CiphertextBlob"')
  await bench.run('ReplicateKey', { KeyId, ReplicaRegion: 'eu-central-1' })
  await expect(bench.newest()).toContainText('"KeyState": "Creating"')

  const world = page.getByRole('region', { name: 'World' })
  const related = world.getByRole('list', { name: 'The same key in other Regions' })
  await expect(related.getByRole('button')).toContainText('eu-central-1')
  await actAs(page, 'eu-central-1', 'KeyAdmin in eu-central-1')
  await expect(related.getByRole('button')).toContainText('eu-west-1')
  await expect(related.getByRole('button')).toContainText('primary, Enabled')
  await expect(page.getByRole('region', { name: /^Facts of/ })).toContainText(
    `arn:aws:kms:eu-central-1:111122223333:key/${KeyId}`,
  )
  // The replica needs three seconds; each call takes one.
  for (const _ of [1, 2]) await bench.run('DescribeKey', { KeyId })
  await bench.keyIs('Enabled')
  await bench.run('Decrypt', { CiphertextBlob: { file: 'secret.enc' } })
  await expect(bench.newest()).toContainText(Buffer.from('visit 7').toString('base64'))
  await expect(bench.newest()).toContainText(`"KeyId": "arn:aws:kms:eu-central-1:111122223333:key/${KeyId}"`)
  await expect(bench.newest()).toContainText(/--profile KeyAdmin[\s\\]+--region eu-central-1/)

  await bench.saved()
  await page.reload()
  await expect(caller(page)).toHaveAccessibleName('You act as KeyAdmin in eu-central-1')
  await expect(command(page)).toContainText('--profile KeyAdmin')
  await expect(command(page)).toContainText('--region eu-central-1')

  // The way back is the related key itself.
  await related.getByRole('button').click()
  await expect(caller(page)).toHaveAccessibleName('You act as KeyAdmin in eu-west-1')
  await expect(page.getByRole('status').filter({ hasText: 'You act as KeyAdmin in eu-west-1.' })).toHaveCount(
    1,
  )
  await axe(page)
})

test('the choice works by keyboard alone, and Escape closes it without closing the Trail', async ({
  page,
}) => {
  const bench = workbench(page)
  await bench.openSandbox()
  await page.getByRole('button', { name: /^Trail/ }).click()
  await caller(page).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: /^root/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^KeyAdmin/ })).toBeFocused()
  await expect(page.getByRole('radio', { name: /^KeyAdmin/ })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^eu-central-1/ })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('radio')).toHaveCount(0)
  await expect(caller(page)).toBeFocused()
  await expect(caller(page)).toHaveAccessibleName('You act as KeyAdmin in eu-central-1')
  // Outside a field, Escape would close the Trail.
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio')).not.toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('radio')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Trail' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the choice has no fault that axe can find and fits every width, also at four times the size, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const bench = workbench(page)
    await bench.openSandbox()
    await actAs(page, 'KeyCustodian', 'KeyCustodian in eu-west-1')
    await actAs(page, 'eu-central-1', 'KeyCustodian in eu-central-1')
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      await caller(page).click()
      const choice = page.locator('.caller-choice')
      await expect(choice).toBeVisible()
      await axe(page)
      await expect
        .poll(async () => {
          const box = await choice.boundingBox()
          return box && box.x >= 0 && box.x + box.width <= width
        }, `inside ${width} px`)
        .toBe(true)
      const last = page.getByRole('radio', { name: /^us-east-1/ })
      await last.scrollIntoViewIfNeeded()
      await expect(last).toBeInViewport()
      await fitsAcross(page, `the page at ${width} px`)
      await page.keyboard.press('Escape')
      await expect.poll(() => overflow(page, '.bar'), `the bar at ${width} px`).toBeLessThanOrEqual(0)
    }
  })
}

/** How much wider its content is than the element. */
const overflow = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
