import { expect, type Page } from './fixtures.ts'

/** Gives some answer of the form that the question on the page has. @param choice which option, list entry or step to begin with */
export async function answerSomehow(page: Page, choice = 0): Promise<void> {
  const options = page.locator('label.opt')
  const lists = page.locator('.pairs select')
  await expect(options.or(lists).or(page.locator('.steps > li')).first()).toBeVisible()
  if (await lists.count()) {
    for (const list of await lists.all()) await list.selectOption({ index: 1 + (choice % 2) })
    return
  }
  const count = await options.count()
  if (count === 0)
    return page
      .getByRole('button', { name: /^Move down/ })
      .nth(choice % 2)
      .click()
  const many = (await options.locator('.box.many').count()) > 0
  await options.nth(choice % count).click()
  if (many) await options.nth((choice + 1) % count).click()
}
