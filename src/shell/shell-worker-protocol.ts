import type { Bytes } from '../bytes/bytes.ts'
import type { Completions } from './complete.ts'
import type { FileChange } from './disk.ts'
import type { Host } from './host.ts'
import type { Startup } from './interpreter.ts'
import type { ShellLimits } from './limits.ts'
import type { RunResult, Stream } from './session.ts'

/** What the page says to the Worker of the shell. The first message is `start`. */
export type ToWorker =
  | {
      readonly type: 'start'
      readonly models: Host['models']
      readonly hasLab: boolean
      readonly files: readonly FileChange[]
      readonly history: readonly string[]
      readonly startup?: Startup
      readonly limits?: Partial<ShellLimits>
    }
  | { readonly type: 'run'; readonly id: number; readonly line: string }
  | { readonly type: 'complete'; readonly id: number; readonly line: string; readonly cursor: number }
  | { readonly type: 'put'; readonly id: number; readonly files: readonly FileChange[] }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'refusal'; readonly id: number; readonly message: string }

/** What the Worker says to the page. */
export type FromWorker =
  | { readonly type: 'ready' }
  | {
      readonly type: 'ask'
      readonly id: number
      readonly question: Question
      readonly args: readonly unknown[]
    }
  | { readonly type: 'output'; readonly stream: Stream; readonly bytes: Bytes }
  | { readonly type: 'changes'; readonly changes: readonly FileChange[] }
  | { readonly type: 'ran'; readonly id: number; readonly result: RunResult; readonly startup: Startup }
  | { readonly type: 'completed'; readonly id: number; readonly completions: Completions }
  | { readonly type: 'put'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }

export type Question = 'send' | 'random' | 'now' | 'sleep' | 'identity' | 'names' | 'lab'

/** A Worker, or the scope inside one, as far as messages go. */
export interface MessagePort {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}
