import { spawn } from 'node:child_process'
import { root } from './project.mjs'

/**
 * Runs a JavaScript file with this Node, in the project folder, without a shell and without standard input.
 *
 * @param output 'inherit'; 'stderr' to keep standard output clean; 'capture' to get the text back
 * @returns its exit code and what was captured; code is null when it was stopped at the time limit
 */
export function runNode(file, args = [], { output = 'inherit', env = {}, limitMs = 0 } = {}) {
  return new Promise((resolve) => {
    const sink = { inherit: 'inherit', stderr: 2, capture: 'pipe' }[output]
    const child = spawn(process.execPath, [file, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', sink, output === 'capture' ? 'pipe' : 2],
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
    }
    let late = false
    const timer = limitMs && setTimeout(() => stop(), limitMs)
    const stop = () => {
      late = true
      child.kill()
      setTimeout(() => child.kill('SIGKILL'), 5_000).unref()
    }
    child.on('error', (error) => finish(1, error.message))
    child.on('close', (code) => finish(late ? null : (code ?? 1), text))

    function finish(code, said) {
      clearTimeout(timer)
      resolve({ code, text: late ? `${said}\nstopped after ${limitMs / 1_000} s` : said })
    }
  })
}
