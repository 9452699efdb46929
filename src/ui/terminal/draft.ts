import { create } from 'zustand'
import { halfTyped, isText, PAGE, putHalfTyped } from '../half-typed.ts'
import { openTab } from '../workspace/frame.ts'

/** What stands in the prompt: it outlives a look at another tab and a refresh, and ends with the tab of the browser. */
interface Draft {
  readonly text: string
  /** Grows when another part of the page puts a command here: the Bench opens the terminal, the prompt takes the focus */
  readonly put: number
}

export const useDraft = create<Draft>(() => ({ text: halfTyped(PAGE, 'prompt', isText) ?? '', put: 0 }))
useDraft.subscribe(({ text }) => putHalfTyped(PAGE, 'prompt', text))

export const setDraft = (text: string) => useDraft.setState({ text })

/** A form's command, to be looked at, changed and run by hand. */
export function putInTerminal(command: string): void {
  useDraft.setState(({ put }) => ({ text: command, put: put + 1 }))
  openTab('do')
}
