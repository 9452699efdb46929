import { axe, expect, test } from './fixtures.ts'

test('the app answers with its heading, and axe finds nothing', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveTitle(/KMS Key Material Lab/)
  await axe(page)
})

test('every answer carries the policy, and the page has it too', async ({ page, request }) => {
  const answer = await page.goto('./')
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect((await request.get('/not-there')).headers()['content-security-policy']).toBe(policy)

  const inPage = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
  expect(`${inPage}; frame-ancestors 'none'`).toBe(policy)
})

test('the head of a page stands before the program has come, which draws its own over it', async ({
  page,
}) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/assets/index-*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('./', { waitUntil: 'commit' })
  const head = page.locator('.standing')
  await expect(head.getByText('KMS Key Material Lab')).toBeVisible()
  // Without its style sheet it stands elsewhere.
  await expect
    .poll(() =>
      page
        .locator('link[rel=stylesheet]')
        .evaluateAll((links) => links.every((link) => (link as HTMLLinkElement).sheet !== null)),
    )
    .toBe(true)
  const before = await head.locator('svg').boundingBox()
  release()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(head).toHaveCount(0)
  await expect.poll(() => page.locator('header.top .home svg').boundingBox()).toEqual(before)
})

test('a changed script does not start', async ({ page, trouble }) => {
  trouble.allow(/integrity/)
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${await response.text()}\n;globalThis.changed = true` })
  })
  await page.goto('./')
  await expect(page.locator('#root > *')).toHaveClass(['top standing'])
  expect(await page.evaluate('globalThis.changed')).toBeUndefined()
})

test.describe('the watch on every page sees', () => {
  const planted = {
    'what the policy stops': {
      code: "fetch('http://127.0.0.1:1/').catch(() => undefined)",
      seen: [/^policy: connect-src refused http:\/\/127\.0\.0\.1:1\//],
    },
    'a request to another origin': {
      code: "void setTimeout(() => location.assign('http://127.0.0.1:1/'))",
      seen: [/^request: GET http:\/\/127\.0\.0\.1:1\//],
    },
    'text that would become markup': {
      code: "try { document.body['innerHTML'] = '<b>x</b>' } catch {}",
      seen: [/^policy: require-trusted-types-for refused trusted-types-sink/],
    },
    'an error on the console': { code: "console.error('planted')", seen: [/^console: planted/] },
    'an error that nobody caught': {
      code: "void setTimeout(() => Promise.reject(new Error('planted')))",
      seen: [/^page: Error: planted/],
    },
  }

  for (const [name, { code, seen }] of Object.entries(planted)) {
    test(name, async ({ page, trouble }) => {
      await page.goto('./')
      await page.evaluate(code)
      for (const line of seen) {
        await expect.poll(() => trouble.seen).toContainEqual(expect.stringMatching(line))
      }
      trouble.allow(/./)
    })
  }

  test('nothing where nothing is wrong', async ({ page, trouble }) => {
    await page.goto('./')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(trouble.seen).toEqual([])
  })
})
