import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preview } from 'vite'
import { findBrowser } from '../browser.mjs'
import { say } from '../project.mjs'
import { median } from './measure.mjs'

const BOOTS = 5
const FILES = 3
const MEASURED = [
  'encryptShare',
  'callRates',
  'manyKeys',
  'manyRecords',
  'clockJump',
  'labClock',
  'taskCheck',
  'prepareBoot',
]

/** Runs the page's benches in Chromium with a profile on disk: storage in memory would flatter the lab. */
export async function measureInBrowser(options) {
  const { executablePath, args } = await findBrowser()
  const { chromium } = createRequire(import.meta.url)('playwright-core')
  const profile = mkdtempSync(join(tmpdir(), 'kms-lab-bench-'))
  const site = await preview({ ...options, preview: { host: '127.0.0.1', port: 4390 } })
  let context
  try {
    context = await chromium.launchPersistentContext(profile, { executablePath, args, headless: true })
    const run = (name) => inPage(context, site.resolvedUrls.local[0], name)
    const results = { version: context.browser()?.version() ?? 'unknown' }
    for (const name of MEASURED) {
      say(`Measuring in Chromium: ${name} ...`)
      results[name] = await run(name)
    }
    say('Measuring in Chromium: boot and files ...')
    results.bootMs = median(await repeated(BOOTS, () => run('boot')))
    const files = await repeated(FILES, () => run('viaFile'))
    const [saveMs, loadMs, bytes] = ['saveMs', 'loadMs', 'bytes'].map((name) =>
      median(files.map((file) => file[name])),
    )
    return { ...results, file: { saveMs, loadMs, bytes } }
  } finally {
    await context?.close()
    await site.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A page of its own for each: none pays for another's garbage, and a boot begins with cold code. */
async function inPage(context, url, name) {
  const page = await context.newPage()
  await page.goto(url, { timeout: 30_000 })
  const result = await page.evaluate((bench) => globalThis.bench[bench](), name)
  await page.close()
  return result
}

async function repeated(times, work) {
  const results = []
  for (let i = 0; i < times; i++) results.push(await work())
  return results
}
