import { expect, type Page } from './fixtures.ts'

/** Asserts that the page does not scroll sideways. What asks for the width in code follows a change in the next frame. */
export const fitsAcross = (page: Page, when: string) =>
  expect
    .poll(
      () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      when,
    )
    .toBeLessThanOrEqual(0)
