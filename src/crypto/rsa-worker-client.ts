import { CryptoRefusal } from './provider.ts'
import type { RsaEngine } from './rsa-engine.ts'
import type { Channel, RsaReply } from './rsa-worker-protocol.ts'

interface Waiting {
  resolve(value: never): void
  reject(error: Error): void
}

/** What a Worker says when it cannot start or breaks outside a request. */
type Breakable = Channel & { addEventListener(type: 'error' | 'messageerror', listener: () => void): void }

/**
 * The RSA engine behind a Worker that runs rsa-worker.ts, so that a search for primes never freezes the page.
 * Refusals come back as CryptoRefusal; if the Worker breaks, every waiting call fails with Error, and later ones too.
 */
export function workerRsa(worker: Breakable): RsaEngine {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let broken = false

  worker.addEventListener('message', ({ data }: MessageEvent<RsaReply>) => {
    const call = waiting.get(data.id)
    waiting.delete(data.id)
    if ('done' in data) call?.resolve(data.done as never)
    else call?.reject('refused' in data ? new CryptoRefusal(data.refused) : new Error(data.failed))
  })
  for (const type of ['error', 'messageerror'] as const) {
    worker.addEventListener(type, () => {
      broken = true
      for (const call of waiting.values()) call.reject(new Error('the RSA worker broke'))
      waiting.clear()
    })
  }

  const call =
    <Operation extends keyof RsaEngine>(operation: Operation): RsaEngine[Operation] =>
    (...args: unknown[]): Promise<never> =>
      new Promise((resolve, reject) => {
        if (broken) return reject(new Error('the RSA worker broke'))
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, operation, args })
      })

  return {
    generate: call('generate'),
    oaepEncrypt: call('oaepEncrypt'),
    oaepDecrypt: call('oaepDecrypt'),
    sign: call('sign'),
  }
}
