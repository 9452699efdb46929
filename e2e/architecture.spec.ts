import { cases } from '../src/course/labs/architecture/index.ts'
import type { CaseDefinition, CaseParts } from '../src/course/labs/architecture/case-definition.ts'
import { typedProofs } from '../src/course/testing/typed-proofs.ts'
import { axe, expect, test, type Locator, type Page } from './fixtures.ts'

const COLUMNS = ['generated', 'imported', 'cloudhsm', 'external', 'none']
/** A shell function that finds a key by the name its description begins with. */
const KEY_OF = `key() { for id in $(aws kms list-keys --query 'Keys[].KeyId' --output text); do aws kms describe-key --key-id $id --query KeyMetadata.Description --output text | grep -q "^$1:" && echo $id; done; }`

const built = cases.map((definition): readonly [CaseDefinition, CaseParts] => [
  definition,
  definition.build({ client: '', draw: { whole: (from) => from, oneOf: ([first]) => first as never } }),
])
const rightOf = (options: readonly { readonly correct?: true }[]) =>
  options.findIndex(({ correct }) => correct)

async function tabTo(page: Page, target: Locator, back = false): Promise<void> {
  for (let i = 0; i < 120; i++) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
  }
  throw new Error('Tab never came to it')
}

/** Chooses in a group of radio buttons: Tab comes to the first, arrows go on. */
async function choose(page: Page, box: Locator, group: RegExp | string, at: number): Promise<void> {
  const radios = box.getByRole('group', { name: group }).getByRole('radio')
  await tabTo(page, radios.first())
  await page.keyboard.press('Space')
  for (let i = 0; i < at; i++) await page.keyboard.press('ArrowDown')
  await expect(radios.nth(at)).toBeChecked()
}

test.describe('L3.4 by keys alone', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  test('six cards: a choice, its reason, a proof on the engine and the evidence, and the lab is passed', async ({
    page,
  }) => {
    await page.goto('./#/lab/L3.4')
    await expect(page.getByText('Task 1 of 7')).toBeVisible()
    const open = page.locator('ol.tasks > li.now')
    const field = page.getByRole('textbox', { name: /^Command line/ })
    const entries = page.getByRole('log', { name: 'Output' }).getByRole('article')

    await tabTo(page, page.getByRole('tab', { name: 'Do' }))
    await page.keyboard.press('ArrowRight')
    await tabTo(page, field)
    await expect(page.getByText('Loading the shell')).toHaveCount(0)
    const run = async (line: string, exit = 0) => {
      const before = await entries.count()
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
      await expect(entries).toHaveCount(before + 1)
      await expect(entries.last().getByText(`exit ${exit}`, { exact: true })).toBeVisible()
    }
    await run(KEY_OF)

    for (let task = 1; task <= 6; task++) {
      await expect(page.getByText(`Task ${task} of 7`)).toBeVisible()
      const shown = await open.innerText()
      const [definition, parts] = built.find(([, { evidence }]) =>
        evidence.every(({ text }) => shown.includes(text.replaceAll('`', ''))),
      ) as readonly [CaseDefinition, CaseParts]

      for (const [asks, at] of [
        ['Which architecture do you choose?', COLUMNS.indexOf(definition.right)],
        ['Which demand decides?', rightOf(parts.demands)],
      ] as const) {
        const box = open.locator('form.ask').filter({ hasText: asks })
        await choose(page, box, new RegExp(asks.replace('?', '\\?')), at)
        await choose(page, box, /^How sure/, 2)
        await tabTo(page, box.getByRole('button', { name: 'Lock my answer' }))
        await page.keyboard.press('Enter')
        await expect(box).toHaveCount(0)
      }
      if (task === 1) await axe(page)

      await tabTo(page, field)
      const text = (await open.locator('p').allInnerTexts()).join(' ')
      for (const [line, exit] of typedProofs[definition.id]?.((name) => `$(key ${name})`, text) ?? [])
        await run(line, exit)

      const question = open.locator('form.ask').filter({ hasText: 'What do you show Chiyo' })
      await choose(page, question, /What do you show Chiyo/, rightOf(parts.evidence))
      await tabTo(page, question.getByRole('button', { name: 'Answer', exact: true }))
      await page.keyboard.press('Enter')
    }
    await expect(page.getByText('All tasks done').first()).toBeVisible()
    await axe(page)
  })
})
