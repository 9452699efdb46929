import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { findBrowser } from './browser.mjs'
import { wycheproof } from './wycheproof-plugin.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const wantsBrowser = !process.argv.some((arg, at, all) => arg === 'node' && all[at - 1] === '--project')

/** Milliseconds. Long enough for a machine many times slower than ours: tests show what is true, the benchmark how fast. */
const PATIENCE = 300_000

/** `node` runs everything but *.browser.test.ts; `chromium` runs what must hold in a real browser too. */
export default defineConfig(async () => ({
  root,
  test: {
    projects: [
      {
        root,
        plugins: [wycheproof()],
        test: {
          name: 'node',
          environment: 'node',
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.browser.test.{ts,tsx}'],
        },
      },
      ...(wantsBrowser ? [await chromiumProject()] : []),
    ],
  },
}))

/** Vite would find these packages in the middle of a run, and load the page of a running test anew. */
const FOUND_LATE = [
  '@noble/curves/abstract/edwards.js',
  '@noble/hashes/sha3.js',
  '@noble/post-quantum/ml-dsa.js',
  '@noble/post-quantum/ml-kem.js',
  'fast-check',
  'just-bash/browser',
]

async function chromiumProject() {
  const { executablePath, args } = await findBrowser()
  return {
    root,
    plugins: [wycheproof()],
    // As vite.config.ts has it.
    resolve: { alias: { 'node:zlib': join(root, 'src/shell/zlib.ts') } },
    optimizeDeps: { include: FOUND_LATE },
    test: {
      name: 'chromium',
      testTimeout: PATIENCE,
      hookTimeout: PATIENCE,
      include: ['src/**/*.{vectors,browser}.test.{ts,tsx}'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { ...(executablePath && { executablePath }), args } }),
        instances: [{ browser: 'chromium' as const }],
      },
    },
  }
}
