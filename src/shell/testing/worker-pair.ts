import type { ShellCommand } from '../command.ts'
import { serveShell } from '../shell-worker-server.ts'
import type { WorkerPort } from '../shell-worker-client.ts'

/** A Worker without a thread: messages are copied as between threads, and none passes after its end. */
export function workerPair(commands: readonly ShellCommand[]) {
  const inside = new EventTarget()
  const outside = new EventTarget()
  let over = false
  const send = (to: EventTarget, message: unknown) => {
    const data = structuredClone(message)
    setTimeout(() => {
      if (!over) to.dispatchEvent(new MessageEvent('message', { data }))
    })
  }
  const on = (target: EventTarget) => (type: string, listener: (event: never) => void) =>
    target.addEventListener(type, listener as (event: Event) => void)
  serveShell({ postMessage: (message) => send(outside, message), addEventListener: on(inside) }, commands)
  const port: WorkerPort = {
    postMessage: (message) => send(inside, message),
    addEventListener: on(outside),
    terminate() {
      over = true
    },
  }
  return {
    port,
    ended: () => over,
    /** As a browser reports an error that nothing caught */
    crash: () => outside.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' })),
    /** Something that no shell says */
    say: (message: unknown) => send(outside, message),
  }
}
