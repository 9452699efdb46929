import type { ShellCommand } from './command.ts'
import type { Host } from './host.ts'
import { createShell, type Shell } from './session.ts'
import type { FromWorker, MessagePort, Question, ToWorker } from './shell-worker-protocol.ts'

/** Runs a shell for the page on the other side; everything beyond the shell is asked of the page. */
export function serveShell(scope: MessagePort, commands: readonly ShellCommand[]): void {
  const say = (message: FromWorker) => scope.postMessage(message)
  const asked = new Map<number, { resolve(value: never): void; reject(error: Error): void }>()
  let lastId = 0
  let shell: Shell | undefined

  const ask =
    (question: Question) =>
    (...args: unknown[]): Promise<never> =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        asked.set(id, { resolve, reject })
        say({ type: 'ask', id, question, args })
      })

  function open({
    models,
    hasLab,
    files,
    history,
    startup,
    limits,
  }: Extract<ToWorker, { type: 'start' }>): Shell {
    const host: Host = {
      models,
      send: ask('send'),
      random: ask('random'),
      now: ask('now'),
      sleep: ask('sleep'),
      identity: ask('identity'),
      names: ask('names'),
      ...(hasLab && { lab: { ask: ask('lab') } }),
    }
    return createShell({
      host,
      commands,
      files,
      history,
      ...(startup && { startup }),
      ...(limits && { limits }),
      onOutput: (stream, bytes) => say({ type: 'output', stream, bytes }),
      onChanges: (changes) => say({ type: 'changes', changes }),
    })
  }

  async function work(message: ToWorker): Promise<void> {
    switch (message.type) {
      case 'start':
        shell = open(message)
        return say({ type: 'ready' })
      case 'run': {
        const running = shell as Shell
        const result = await running.run(message.line)
        return say({ type: 'ran', id: message.id, result, startup: running.startup() })
      }
      case 'complete': {
        const completions = await (shell as Shell).complete(message.line, message.cursor)
        return say({ type: 'completed', id: message.id, completions })
      }
      case 'put':
        await (shell as Shell).put(message.files)
        return say({ type: 'put', id: message.id })
      case 'answer':
        asked.get(message.id)?.resolve(message.value as never)
        return void asked.delete(message.id)
      case 'refusal':
        asked.get(message.id)?.reject(new Error(message.message))
        return void asked.delete(message.id)
    }
  }

  scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    work(data).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      if ('id' in data) say({ type: 'failed', id: data.id, message })
    })
  })
}
