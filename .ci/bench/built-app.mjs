import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preview } from 'vite'
import { findBrowser } from '../browser.mjs'
import { inProject } from '../project.mjs'

/**
 * The built app in Chromium, for as long as `work` takes.
 *
 * @param work gets a function that opens a page of a new browser with an empty profile on disk, and the app's address
 */
export async function openBuiltApp(work) {
  const { executablePath, args } = await findBrowser()
  const { chromium } = createRequire(import.meta.url)('playwright-core')
  const site = await preview({
    configFile: false,
    root: inProject(),
    logLevel: 'error',
    build: { outDir: inProject('dist', 'app') },
    preview: { host: '127.0.0.1', port: 4395 },
  })
  const profiles = []
  const closeLast = async () => {
    const { profile, context } = profiles.pop()
    await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    return await work(async () => {
      if (profiles.length > 0) await closeLast()
      const profile = mkdtempSync(join(tmpdir(), 'kms-lab-app-'))
      const context = await chromium.launchPersistentContext(profile, {
        executablePath,
        args,
        headless: true,
      })
      profiles.push({ profile, context })
      return context.newPage()
    }, site.resolvedUrls.local[0])
  } finally {
    while (profiles.length > 0) await closeLast()
    await site.close()
  }
}
