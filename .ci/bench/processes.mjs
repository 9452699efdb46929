import { fork } from 'node:child_process'
import { once } from 'node:events'

const beside = (name) => new URL(name, import.meta.url)

/**
 * The load generator, the echo and the endpoint, each a process of its own, for as long as `work` takes.
 *
 * @param work gets the children by name, and what each said when it was ready
 */
export async function withProcesses(endpointFile, work) {
  const files = { load: beside('load.mjs'), echo: beside('echo.mjs'), endpoint: endpointFile }
  const children = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, start(file)]))
  try {
    const hello = {}
    for (const [name, child] of Object.entries(children)) hello[name] = await next(child)
    return await work(children, hello)
  } finally {
    for (const child of Object.values(children)) child.kill()
  }
}

/** One process that says one thing. */
export async function told(file, execArgv = []) {
  const child = start(file, execArgv)
  try {
    return await next(child)
  } finally {
    child.kill()
  }
}

export function ask(child, message) {
  const answer = next(child)
  child.send(message)
  return answer
}

// The build has set NODE_ENV to production here, where the endpoint refuses to start.
const start = (file, execArgv = []) =>
  fork(file, {
    env: { ...process.env, NODE_ENV: 'test' },
    execArgv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })

/** @throws Error when the child ends instead of answering */
async function next(child) {
  const stop = new AbortController()
  const ended = once(child, 'exit', { signal: stop.signal }).then(([code]) => {
    throw new Error(`${child.spawnargs.at(-1)} ended with ${code}`)
  })
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: stop.signal }), ended])
    return message
  } finally {
    ended.catch(() => undefined)
    stop.abort()
  }
}
