import type { RsaEngine } from './rsa-engine.ts'

/** One call: the operation's name and its arguments, as structured clone carries them. */
export type RsaRequest = {
  [Operation in keyof RsaEngine]: { id: number; operation: Operation; args: Parameters<RsaEngine[Operation]> }
}[keyof RsaEngine]

/** `refused` is bad input (CryptoRefusal); `failed` is our bug and stays an Error. */
export type RsaReply = { id: number } & ({ done: unknown } | { refused: string } | { failed: string })

/** The end of a channel: a Worker, what a Worker sees as itself, or a MessagePort. */
export interface Channel {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}
