import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { runNode } from './run-node.mjs'
import { giveUp, say, tool } from './project.mjs'

const isRoot = process.getuid?.() === 0

/** Chromium's sandbox cannot run as root; everywhere else it stays on. */
export const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(isRoot ? ['--no-sandbox'] : []),
]

/**
 * A Chromium for the tests: LAB_BROWSER, Playwright's own, one installed on this system, or one fetched now.
 * Each is believed only after it really started. The answer is kept for the processes started from this one.
 *
 * @returns executablePath is undefined for Playwright's own browser
 */
export async function findBrowser() {
  if (process.env.LAB_BROWSER_FOUND === undefined) {
    const found = await firstThatStarts()
    if (!found) {
      giveUp(
        'No Chromium could be started or installed: set LAB_BROWSER to the path of a Chromium, Chrome or Edge program.',
      )
    }
    process.env.LAB_BROWSER_FOUND = found.path ?? ''
  }
  return { executablePath: process.env.LAB_BROWSER_FOUND || undefined, args }
}

async function firstThatStarts() {
  const named = process.env.LAB_BROWSER
  if (named) {
    if (await starts(named)) return { path: named }
    return giveUp(`LAB_BROWSER names ${named}, which did not start as a browser.`)
  }
  if (await starts(undefined)) return { path: undefined }
  const installed = await firstStarting(systemPlaces())
  if (installed) return { path: installed }

  say('No browser found; fetching the Chromium of Playwright ...')
  const fetched = await runNode(tool('playwright'), ['install', 'chromium'], {
    output: 'capture',
    limitMs: 240_000,
  })
  if (fetched.code === 0 && (await starts(undefined))) return { path: undefined }

  if (process.platform === 'linux' && isRoot && onPath(['apt-get']).length > 0) {
    say('That did not work; installing chromium with apt-get ...')
    await apt('update')
    await apt('install', '--yes', '--no-install-recommends', 'chromium')
    const fromApt = await firstStarting(systemPlaces())
    if (fromApt) return { path: fromApt }
  }
  return undefined
}

async function firstStarting(places) {
  for (const place of places) if (await starts(place)) return place
  return undefined
}

/** A file being there proves nothing (it may be a stub, or lack a library): start it and ask its version. */
async function starts(executablePath) {
  if (executablePath !== undefined && !existsSync(executablePath)) return false
  const { chromium } = createRequire(import.meta.url)('playwright')
  try {
    const browser = await chromium.launch({ executablePath, args, timeout: 30_000 })
    const version = browser.version()
    await browser.close()
    return version !== ''
  } catch {
    return false
  }
}

function systemPlaces() {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]
  }
  if (process.platform === 'win32') {
    const homes = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    const programs = [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return homes.filter(Boolean).flatMap((home) => programs.map((program) => join(home, program)))
  }
  return onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'])
}

function onPath(names) {
  const folders = [
    ...(process.env.PATH ?? '').split(':'),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    dirname(process.execPath),
  ]
  const places = names.flatMap((name) => folders.map((folder) => join(folder || '.', name)))
  return [...new Set(places)].filter((place) => existsSync(place))
}

async function apt(...words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await promisify(execFile)('apt-get', ['-q', ...words], { env, timeout: 300_000 }).catch((error) =>
    say(error.message),
  )
}
