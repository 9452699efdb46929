import { Worker } from 'node:worker_threads'

const WORKER = new URL('worker.mjs', import.meta.url)

/**
 * Runs tests in a thread.
 *
 * @param job for worker.mjs
 * @param silenceMs after so long without a finished test the thread is stopped
 * @returns how it ended: 'all passed', or what noticed something: 'test', 'load' of a file, 'loop' (a mutant that was
 * reached a hundred times as often as without it), 'error' outside a test; 'late' is no proof of anything
 */
export function runTests(job, silenceMs) {
  return new Promise((resolve) => {
    const thread = new Worker(WORKER, { workerData: job, stdout: true, stderr: true, execArgv: [] })
    const passed = []
    let timer
    const finish = (result) => {
      clearTimeout(timer)
      thread.terminate()
      resolve({ passed, ...result })
    }
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(() => finish({ ended: 'late' }), silenceMs)
    }
    wait()
    thread.on('message', (message) => {
      wait()
      if (message.noticed) finish({ ended: message.noticed, by: message.test, message: message.message })
      else if (message.ended) finish({ ended: 'all passed', coverage: message.coverage })
      else passed.push(message)
    })
    thread.on('error', (error) => finish({ ended: 'error', message: String(error?.message ?? error) }))
    thread.on('exit', () => finish({ ended: 'error', message: 'the thread ended before its tests' }))
  })
}
