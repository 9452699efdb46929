import type { ComponentType } from 'react'
import type { Terminal } from '../../lab/terminal.ts'

/** The screen of the terminal. A failure is not kept: the next call tries again. */
export const fetchTerminal = async (): Promise<ComponentType> => (await import('./terminal.tsx')).default

/** Its shell, which is by far the larger part, beside it and not after it. */
export function openShell(terminal: Terminal): void {
  if (terminal.store.getState().phase === 'idle') void terminal.open()
}

/** Somebody is about to open it. */
export function warmTerminal(terminal: Terminal): void {
  openShell(terminal)
  // Whoever opens it then is told of a failure.
  fetchTerminal().catch(() => undefined)
}
