import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, type Page, expect, test as base } from '@playwright/test'

/** What no journey may cause: violations of the policy, errors on the console or in a page, calls to elsewhere. */
export interface Trouble {
  /** One line each, as it happened */
  readonly seen: readonly string[]
  /** Lets through what this one test provokes on purpose. Matched against the whole line of the report. */
  allow(pattern: RegExp): void
  /** Watches a context the test made itself; the ones of `page` and `context` are watched already. */
  watch(context: BrowserContext): Promise<void>
}

interface Fixtures {
  trouble: Trouble
}

export const test = base.extend<Fixtures>({
  trouble: [
    async ({ context, baseURL }, use) => {
      const seen: string[] = []
      const allowed: RegExp[] = []
      const watch = (watched: BrowserContext) => report(watched, new URL(baseURL ?? '').origin, seen)
      await watch(context)
      await use({ seen, allow: (pattern) => void allowed.push(pattern), watch })
      expect(
        seen.filter((line) => !allowed.some((pattern) => pattern.test(line))),
        'policy violations, errors and calls to other origins during this test',
      ).toEqual([])
    },
    { auto: true },
  ],
})

async function report(context: BrowserContext, home: string, seen: string[]): Promise<void> {
  await context.exposeBinding('__labViolation', (_source, line: string) => void seen.push(`policy: ${line}`))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const tell = (globalThis as unknown as { __labViolation(line: string): void }).__labViolation
      tell(
        `${event.effectiveDirective} refused ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
      )
    })
  })
  context.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => void seen.push(`page: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (origin !== home && !LOCAL.has(protocol)) seen.push(`request: ${request.method()} ${request.url()}`)
  })
}

/** Addresses that never leave the page. */
const LOCAL = new Set(['data:', 'blob:', 'about:'])

/** What moves covers, for a moment, what it passes. */
const atRest = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(
          () =>
            document
              .getAnimations()
              .filter(
                ({ playState, effect }) =>
                  playState === 'running' && effect?.getComputedTiming().iterations !== Infinity,
              ).length,
        ),
      'movements on the page',
    )
    .toBe(0)

/** Asserts that axe finds nothing wrong on the page once it is at rest, for WCAG 2.2 AA and good practice. */
export async function axe(page: Page, within?: string): Promise<void> {
  await atRest(page)
  const builder = new AxeBuilder({ page }).withTags([
    'wcag2a',
    'wcag2aa',
    'wcag21a',
    'wcag21aa',
    'wcag22aa',
    'best-practice',
  ])
  const { violations, passes } = await (within === undefined ? builder : builder.include(within)).analyze()
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary}`),
  )
  expect(lines, 'what axe finds wrong').toEqual([])
  expect(passes.length, 'rules that axe could apply').toBeGreaterThan(0)
}

export { type BrowserContext, type Download, expect, type Locator, type Page } from '@playwright/test'
