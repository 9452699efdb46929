import { create } from 'zustand'
import { openTab } from '../workspace/frame.ts'

/** What stands in the prompt. In memory, so that it outlives a look at another tab, and nothing longer. */
interface Draft {
  readonly text: string
  /** Grows when another part of the page puts a command here: the Bench opens the terminal, the prompt takes the focus */
  readonly put: number
}

export const useDraft = create<Draft>(() => ({ text: '', put: 0 }))

export const setDraft = (text: string) => useDraft.setState({ text })

/** A form's command, to be looked at, changed and run by hand. */
export function putInTerminal(command: string): void {
  useDraft.setState(({ put }) => ({ text: command, put: put + 1 }))
  openTab('do')
}
