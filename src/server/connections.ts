import type { Socket } from 'node:net'

export interface Connection {
  readonly socket: Socket
  /** Requests answered so far */
  served: number
  /** Requests that arrived and are not answered yet */
  open: number
  /** A whole request is with the engine */
  working: boolean
  /** Ends when the request before has been answered: one at a time, so that nobody crowds the queue */
  turn: Promise<void>
}

/**
 * Keeps at most `most` connections. When one more comes, the one that is worth least goes: first those that
 * never finished a request, the oldest first, then those that are idle. So a crowd of half-open connections
 * cannot keep anybody out (T20).
 */
export class Connections {
  readonly #most: number
  readonly #all = new Map<Socket, Connection>()

  constructor(most: number) {
    this.#most = most
  }

  get size(): number {
    return this.#all.size
  }

  add(socket: Socket): void {
    if (this.#all.size >= this.#most) {
      const victim = this.#leastWorth()
      if (!victim) return void socket.destroy()
      this.#all.delete(victim.socket)
      victim.socket.destroy()
    }
    this.#all.set(socket, { socket, served: 0, open: 0, working: false, turn: Promise.resolve() })
    socket.once('close', () => this.#all.delete(socket))
  }

  of(socket: Socket): Connection | undefined {
    return this.#all.get(socket)
  }

  destroyAll(): void {
    for (const socket of this.#all.keys()) socket.destroy()
  }

  #leastWorth(): Connection | undefined {
    let idle: Connection | undefined
    for (const connection of this.#all.values()) {
      if (connection.working) continue
      if (connection.served === 0) return connection
      idle ??= connection
    }
    return idle
  }
}
