import { correctOption } from '../src/course/evidence.ts'
import { gameDays } from '../src/course/gameday/game-days.ts'
import { labSeedOf } from '../src/course/gameday/lab-seed.ts'
import { planOf, rootFault } from '../src/course/gameday/plan.ts'
import { questionsOf } from '../src/course/gameday/questions.ts'
import { services } from '../src/course/gameday/services.ts'
import { axe, expect, test, type Page } from './fixtures.ts'
import { workbench } from './workbench.ts'

/** The first night of level 1 with this root. */
function nightOf(fault: string) {
  const seed = Array.from({ length: 200 }, (_, i) => i + 1).find(
    (each) => rootFault(planOf(labSeedOf(each, 0), 1)).id === fault,
  )
  if (seed === undefined) throw new Error(`no night of ${fault}`)
  return { seed, plan: planOf(labSeedOf(seed, 0), 1) }
}

/** Somebody disabled a key: one call repairs it. */
const { seed, plan } = nightOf('G-03')

async function answerQuestions(page: Page): Promise<void> {
  for (const question of questionsOf(plan)) {
    const text = question.options.find(({ id }) => id === correctOption(question))?.text ?? ''
    const box = page.locator('form.ask').filter({ hasText: question.asks.replaceAll('`', '') })
    await box.getByRole('radio', { name: text, exact: true }).check()
    await box.getByRole('button', { name: 'Answer', exact: true }).click()
    await expect(box.getByText('That is right.')).toBeVisible()
  }
}

test.describe('a game day', () => {
  test('is chosen by level and number, repaired, explained, and ends with a score and the best line', async ({
    page,
  }) => {
    const bench = workbench(page)
    await page.goto('./#/gameday')
    await expect(page.getByRole('heading', { level: 1, name: 'Game day' })).toBeVisible()
    await axe(page)
    await page.getByRole('radio', { name: /One fault/ }).check()
    await page.getByLabel('Number of the night').fill(String(seed))
    await page.getByRole('button', { name: 'Begin the night' }).click()

    const title = gameDays[0]?.title ?? ''
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    const apps = page.getByRole('region', { name: 'Apps of Fernhill' })
    await expect(apps.getByText('DisabledException').first()).toBeVisible()
    await expect(
      apps.getByRole('img', { name: /^Last 12 hours: .* failed, the first in the hour/ }).first(),
    ).toBeVisible()
    await axe(page)

    const { bucket } = services[plan.faults[0]?.service ?? 'trials']
    const phone = page.getByRole('region', { name: 'Phone' })
    await phone.getByRole('button', { name: `Ring about ${bucket}` }).focus()
    await page.keyboard.press('Enter')
    await expect(phone.getByText('so the bytes stay in the safe.')).toBeVisible()
    await expect(phone.getByRole('listitem')).toHaveCount(1)

    await bench.run('EnableKey', { KeyId: 'Disabled' })
    // The clock aims at the time of proof, not at the next event, which is a year away.
    await page.locator('.strip button').first().click()
    await expect(page.getByRole('region', { name: 'Clock' }).getByText('+10 min').first()).toBeVisible()
    await bench.travel('+10 min')
    await expect(page.getByRole('heading', { level: 2, name: /Say what happened/ })).toBeVisible()
    await expect(apps.getByText('DisabledException')).toHaveCount(0)

    await expect(page.locator('.strip .saved')).toHaveText('Saved')
    await page.reload()
    await expect(page.getByRole('heading', { level: 2, name: /Say what happened/ })).toBeVisible()
    await answerQuestions(page)
    await page.locator('.trailbtn').click()
    const row = page.locator('.rows tr').filter({ hasText: 'DisableKey' })
    while ((await row.count()) === 0) await page.getByRole('button', { name: /earlier$/ }).click()
    const number = (await row.first().getByRole('cell').first().textContent()) ?? ''
    await page.locator('.trailbtn').click()
    await page.getByLabel('Number of the record that shows the cause').fill(number.trim())
    await page.getByRole('button', { name: 'Keep', exact: true }).click()

    const debrief = page.getByRole('region', { name: 'Debrief' })
    await expect(debrief).toBeVisible()
    await expect(debrief.getByText('20 of 20')).toBeVisible()
    await expect(debrief.getByText('Cause', { exact: true })).toBeVisible()
    await expect(debrief.getByText('You came', { exact: true })).toBeVisible()
    await expect(debrief.getByText('You rang the custodian about')).toBeVisible()
    await expect(debrief.getByText('A phone call took 10 min.')).toBeVisible()
    await axe(page)
    await page.emulateMedia({ media: 'print' })
    await expect(debrief.getByText(`Night ${seed}, level 1.`)).toBeVisible()
    await expect(page.locator('.debrief .btn, .unplayed, .strip').filter({ visible: true })).toHaveCount(0)
    await page.emulateMedia({ media: null })
    await debrief.getByRole('button', { name: 'Play it' }).click()
    await expect(debrief.getByText('1 call, then the ten minutes of proof.')).toBeVisible()
    await debrief.getByRole('link', { name: 'Another night' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Game day' })).toBeVisible()
  })

  test('is repaired by typed lines alone, where a role has to change too', async ({ page }) => {
    const { seed, plan } = nightOf('G-02')
    const { alias, bucket, id } = services[plan.faults[0]?.service ?? 'trials']
    await page.goto(`./#/gameday/${seed}?level=1`)
    await expect(page.locator('.panes')).toBeVisible()
    await page.getByRole('tab', { name: 'Terminal' }).click()
    const field = page.getByRole('textbox', { name: /^Command line/ })
    const entries = page.getByRole('log', { name: 'Output' }).getByRole('article')
    await expect(page.getByText('Loading the shell')).toHaveCount(0)
    const lines = [
      'aws iam list-role-policies --role-name AppRole',
      'aws iam delete-role-policy --role-name AppRole --policy-name ReleaseScripts',
      `lab ring ${bucket}`,
      `K=$(aws kms describe-key --key-id ${alias} --query KeyMetadata.Arn --output text)`,
      'aws kms get-parameters-for-import --key-id $K --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_3072 > p.json',
      'jq -r .PublicKey p.json | base64 -d > pub.bin && jq -r .ImportToken p.json | base64 -d > token.bin',
      `openssl pkeyutl -encrypt -pubin -keyform DER -inkey pub.bin -in ${id}-safe-1.key -out wrapped.bin -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256`,
      'aws kms import-key-material --key-id $K --encrypted-key-material fileb://wrapped.bin --import-token fileb://token.bin --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE',
      'lab clock +16m',
    ]
    for (const [at, line] of lines.entries()) {
      await field.fill(line)
      await field.press('Enter')
      await expect(entries).toHaveCount(at + 1)
      await expect(entries.last().getByText('exit 0', { exact: true }), line).toBeVisible()
    }
    await expect(page.getByRole('heading', { level: 2, name: /Say what happened/ })).toBeVisible()
  })

  test('asks before it takes the place of other work, and says what is no night', async ({ page }) => {
    const bench = workbench(page)
    await bench.openLab('L1.1')
    await page.goto('./#/gameday/7?level=2')
    await expect(page.getByRole('heading', { level: 1, name: 'Night 7, level 2' })).toBeVisible()
    await expect(page.getByText(/^This takes the place of your work/)).toBeVisible()
    await page.goto('./#/gameday/7?level=9')
    await expect(page.getByText('A night has a number from 1 to 999999')).toBeVisible()
  })

  test('tells on a phone too whose call it was, and under which key', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('./#/gameday/42?level=1')
    await expect(page.getByText('You are on call for Fernhill').first()).toBeVisible()
    await page.getByText('Trail', { exact: true }).locator('visible=true').last().click()
    const newest = page.locator('#trail').getByRole('row').last()
    await expect(newest).toContainText(/K-[a-z-]+ · AppRole \/ [a-z-]+/)
    await expect(newest.getByText(/AppRole/).locator('visible=true')).toHaveCount(1)
    await axe(page, '#trail')
  })

  test('can be ended early, and the debrief tells all the same', async ({ page }) => {
    await page.goto('./#/gameday/3?level=3')
    await expect(page.getByText('device of the exercise').first()).toBeVisible()
    await page.locator('.trailbtn').click()
    await expect(page.getByRole('note')).toContainText(/^\d+ events are not at hand, from /)
    await axe(page, '#trail > .away')
    await page.locator('.trailbtn').click()
    await page.getByText('End the night here').first().click()
    await page.getByRole('button', { name: 'End the night here' }).click()
    await expect(page.getByRole('region', { name: 'Debrief' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 2, name: /Bring the service back/ })).toBeVisible()
  })
})
