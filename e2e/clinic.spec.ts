import { patients, type Patient } from '../src/course/labs/clinic-patients.ts'
import { fiveFailedImports } from '../src/course/labs/five-failed-imports.ts'
import type { Question } from '../src/course/lab-definition.ts'
import { axe, expect, test, type Page } from './fixtures.ts'
import { workbench } from './workbench.ts'

const plain = (text: string) => text.replaceAll('`', '')
const rightOf = ({ options }: Pick<Question, 'options'>) => options.filter(({ correct }) => correct)

/** The terminal and the Brief, by keys alone. */
function keys(page: Page) {
  const field = page.getByRole('textbox', { name: /^Command line/ })
  const entries = page.getByRole('log', { name: 'Output' }).getByRole('article')
  const box = (asks: string) => page.locator('form.ask').filter({ hasText: plain(asks) })
  const press = async (
    within: ReturnType<typeof box>,
    role: 'radio' | 'checkbox' | 'button',
    name: string,
  ) => {
    await within.getByRole(role, { name: plain(name), exact: true }).focus()
    await page.keyboard.press('Space')
  }
  return {
    async openTerminal(): Promise<void> {
      await page.getByRole('tab', { name: 'Do' }).focus()
      await page.keyboard.press('ArrowRight')
      await field.focus()
      await expect(page.getByText('Loading the shell')).toHaveCount(0)
    },
    async run(line: string, exit = 0): Promise<string> {
      const before = await entries.count()
      await field.focus()
      await page.keyboard.insertText(line)
      await page.keyboard.press('Enter')
      await expect(entries).toHaveCount(before + 1)
      await expect(entries.last().getByText(`exit ${exit}`, { exact: true })).toBeVisible()
      return (await entries.last().textContent()) ?? ''
    },
    async name({ named }: Patient): Promise<void> {
      const form = box(named.asks)
      await press(form, 'radio', rightOf(named)[0]?.text ?? '')
      await press(form, 'radio', 'Sure')
      await press(form, 'button', 'Lock my answer')
      await expect(form).toHaveCount(0)
    },
    async answer(question: Question): Promise<void> {
      const form = box(question.asks)
      for (const { text } of rightOf(question))
        await press(form, question.several ? 'checkbox' : 'radio', text)
      await press(form, 'button', 'Answer')
      await expect
        .poll(async () => (await form.count()) === 0 || (await form.getByText('That is right.').isVisible()))
        .toBe(true)
    },
    box,
  }
}

const wrap = (publicKey: string, material: string) =>
  `openssl pkeyutl -encrypt -pubin -keyform DER -inkey ${publicKey} -in ${material} -out wrapped.bin -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256`
const bring = (blob: string, token: string) =>
  `aws kms import-key-material --key-id $ARN --encrypted-key-material fileb://${blob} --import-token fileb://${token} --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE`

/** What a learner types once they know the cause. */
const cures: Readonly<Record<Patient['key'], readonly string[]>> = {
  P1: [
    'xxd -r -p p1-material.txt material.bin; test $(wc -c < material.bin) = 32 || base64 -d p1-material.txt > material.bin',
    wrap('p1-public-key.bin', 'material.bin'),
    bring('wrapped.bin', 'p1-token.bin'),
  ],
  P2: [wrap('p2-public-key.bin', 'p2-material.bin'), bring('wrapped.bin', 'p2-token.bin')],
  P3: ['OTHER=$(ls p3-token-?.bin | grep -v "$TOKEN")', bring('p3-wrapped.bin', '$OTHER')],
  P3b: [wrap('p3b-public-key-2.bin', 'p3b-material.bin'), bring('wrapped.bin', 'p3b-token-2.bin')],
  P4: [
    'aws kms get-parameters-for-import --key-id $ARN --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_2048 > new.json',
    'jq -r .PublicKey new.json | base64 -d > new-key.bin; jq -r .ImportToken new.json | base64 -d > new-token.bin',
    wrap('new-key.bin', 'p4-material.bin'),
    bring('wrapped.bin', 'new-token.bin'),
  ],
  P5: [
    "RIGHT=$(sha256sum p5-safe-?.key | grep $(awk '/^SHA-256/ {print $2}' p5-case.txt) | awk '{print $2}')",
    wrap('p5-public-key.bin', '$RIGHT'),
    bring('wrapped.bin', 'p5-token.bin'),
  ],
}

/** Nine wrapping keys are made before the first patient comes. */
async function openClinic(page: Page): Promise<void> {
  await page.goto('./#/lab/L2.3')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await workbench(page).saved()
}

test.describe('L2.3, the clinic', () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  test('every patient is named, run and cured by keys, in the order in which they come; then the tree', async ({
    page,
  }) => {
    await openClinic(page)
    const learner = keys(page)
    await learner.openTerminal()
    await axe(page)

    for (let n = 1; n <= patients.length; n++) {
      const title = await page.locator('li[aria-current="step"] h2').textContent()
      const patient = patients.find((each) => title?.includes(each.title)) as Patient
      expect(patient, `whose task is “${title}”`).toBeDefined()
      const file = `${patient.key.toLowerCase()}-case.txt`

      await learner.name(patient)
      await learner.run(`ARN=$(sed -n 's/^KMS key *//p' ${file})`)
      await learner.run(
        `set -- $(sed -n 's/.* with \\(.*\\) and \\(.*\\)\\.$/\\1 \\2/p' ${file}); BLOB=$1 TOKEN=$2`,
      )
      const said = await learner.run(bring('$BLOB', '$TOKEN'), 254)
      expect(said).toContain(`(${patient.refusal})`)
      // Done as the case asks, it is no mistake that would be explained.
      await expect(page.locator('.coach-box')).toHaveCount(0)
      await learner.answer(patient.cause)
      for (const line of cures[patient.key]) await learner.run(line)
      await expect(page.locator('li[aria-current="step"] h2')).not.toHaveText(title ?? '')
    }

    for (const question of fiveFailedImports.steps.at(-1)?.questions ?? []) await learner.answer(question)
    await expect(page.getByText('The lab is done')).toBeVisible()
    await axe(page)
    await workbench(page).saved()
    await page.reload()
    await expect(page.getByText('The lab is done')).toBeVisible()
  })

  test('a wrong cure is answered beside its record, and P5 stays empty', async ({ page }) => {
    await openClinic(page)
    const learner = keys(page)
    await learner.openTerminal()
    await learner.run("ARN=$(sed -n 's/^KMS key *//p' p5-case.txt); openssl rand -out other.bin 32")
    await learner.run(wrap('p5-public-key.bin', 'other.bin'))
    await learner.run(`${bring('wrapped.bin', 'p5-token.bin')} --import-type NEW_KEY_MATERIAL`)
    await expect(page.locator('.coach-box')).toContainText('New material never stands in for lost material')
    expect(await learner.run('aws kms describe-key --key-id $ARN --query KeyMetadata.KeyState')).toContain(
      'PendingImport',
    )
    await learner.run('aws kms decrypt --ciphertext-blob fileb://p5-object.enc', 254)
  })
})
