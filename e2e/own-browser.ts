import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from '../.ci/browser.mjs'
import { expect } from './fixtures.ts'

export interface OwnBrowser {
  readonly browser: Browser
  /** All of its processes at once, as a crash would */
  kill(): Promise<void>
}

/** A browser of our own with its own profile folder, in its own group of processes, so that all of it can be killed. */
export async function ownBrowser(profile: string): Promise<OwnBrowser> {
  const { executablePath, args } = await findBrowser()
  const portFile = join(profile, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  const child = spawn(
    executablePath ?? chromium.executablePath(),
    [...args, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { detached: process.platform !== 'win32', stdio: 'ignore' },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await expect
    .poll(() => existsSync(portFile) && readFileSync(portFile, 'utf8').includes('/devtools/'))
    .toBe(true)
  const [port, path] = readFileSync(portFile, 'utf8').trim().split('\n')
  return {
    browser: await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`),
    async kill() {
      killGroup(child)
      await ended
    },
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) throw new Error('the browser has no process')
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'])
  else process.kill(-pid, 'SIGKILL')
}
