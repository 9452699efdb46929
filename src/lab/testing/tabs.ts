import type { Channel, Locks, Timers } from '../ports.ts'

/** Timers that fire when a test says so. */
export function handTimers(): Timers & { pass(ms: number): Promise<void> } {
  let now = 0
  let waiting: { at: number; run: () => void }[] = []
  return {
    after(ms, run) {
      const timer = { at: now + ms, run }
      waiting.push(timer)
      return () => {
        waiting = waiting.filter((other) => other !== timer)
      }
    },
    async pass(ms) {
      const until = now + ms
      for (;;) {
        const next = waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        now = next.at
        waiting = waiting.filter((other) => other !== next)
        next.run()
        await settled()
      }
      now = until
    },
  }
}

/** Lets everything that is under way in this process come to rest. */
export async function settled(rounds = 40): Promise<void> {
  for (let i = 0; i < rounds; i++) await new Promise<void>((resolve) => setImmediate(resolve))
}

/** Several tabs of one browser: their locks and channels, and the death of a tab. */
export function browserOfTabs() {
  const held = new Map<string, Holder>()
  const queues = new Map<string, Holder[]>()
  const channels = new Set<TestChannel>()

  interface Holder {
    readonly tab: number
    readonly grant: () => void
    readonly stolen: (error: unknown) => void
  }
  interface TestChannel extends Channel {
    readonly tab: number
    readonly name: string
  }

  function pass(name: string): void {
    if (held.has(name)) return
    const next = queues.get(name)?.shift()
    if (!next) return
    held.set(name, next)
    next.grant()
  }

  function locksOf(tab: number): Locks {
    const request = (name: string, options: LockOptions, callback: (lock: Lock | null) => unknown) =>
      new Promise<unknown>((resolve, reject) => {
        const holder: Holder = {
          tab,
          stolen: reject,
          grant: () => {
            Promise.resolve(callback({ name, mode: 'exclusive' })).then((result) => {
              if (held.get(name) === holder) {
                held.delete(name)
                pass(name)
              }
              resolve(result)
            }, reject)
          },
        }
        options.signal?.addEventListener('abort', () => {
          queues.set(
            name,
            (queues.get(name) ?? []).filter((other) => other !== holder),
          )
          reject(new DOMException('called off', 'AbortError'))
        })
        if (options.steal) {
          held.get(name)?.stolen(new DOMException('stolen', 'AbortError'))
          held.set(name, holder)
          return holder.grant()
        }
        if (options.ifAvailable && held.has(name)) return resolve(callback(null))
        queues.set(name, [...(queues.get(name) ?? []), holder])
        pass(name)
      })
    return { request } as unknown as Locks
  }

  return {
    locks: locksOf,
    channel:
      (tab: number) =>
      (name: string): Channel => {
        const channel: TestChannel = {
          tab,
          name,
          onmessage: null,
          close: () => void channels.delete(channel),
          postMessage(message) {
            const data: unknown = structuredClone(message)
            for (const other of channels)
              if (other !== channel && other.name === name)
                queueMicrotask(() => other.onmessage?.({ data } as MessageEvent))
          },
        }
        channels.add(channel)
        return channel
      },
    /** The tab is gone without a word: its locks pass on, its channel falls silent. */
    kill(tab: number): void {
      for (const channel of channels) if (channel.tab === tab) channels.delete(channel)
      for (const [name, queue] of queues)
        queues.set(
          name,
          queue.filter((holder) => holder.tab !== tab),
        )
      for (const [name, holder] of held) {
        if (holder.tab !== tab) continue
        held.delete(name)
        pass(name)
      }
    },
  }
}
