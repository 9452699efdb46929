import { defineConfig } from '@playwright/test'
import { findBrowser } from '../.ci/browser.mjs'

const port = Number(process.env.LAB_TEST_PORT ?? 4373)
const kmsPort = Number(process.env.LAB_TEST_KMS_PORT ?? 4799)
const { executablePath, args } = await findBrowser()

/** Journeys through the built app (npm run e2e builds it first), under the policy that our server sends. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI === 'true',
  // Long enough for a machine many times slower than ours: a journey shows what is true, the benchmark how fast.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: process.env.LAB_E2E_REPORT ?? '../test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: { ...(executablePath && { executablePath }), args },
  },
  webServer: {
    command: `"${process.execPath}" dist/server/start.js --port ${port} --kms-port ${kmsPort}`,
    cwd: '..',
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
})
