import { useCallback, useEffect, useRef, useState } from 'react'
import type { Completions } from '../../lab/shell-port.ts'
import type { Terminal } from '../../lab/terminal.ts'
import type { Typed } from './take-completion.ts'

/** Typing on comes first; the shell is asked when the fingers rest. */
const REST_MS = 80

type Known = Completions & Typed

/**
 * Candidates for the word at the cursor, asked for while the learner types, so that Tab knows at once whether it has
 * something to do.
 */
export function useCompletion(terminal: Terminal, ready: boolean, text: string, cursor: number) {
  const [known, setKnown] = useState<Known>()
  const turn = useRef(0)

  const ask = useCallback(async (): Promise<Completions> => {
    const mine = ++turn.current
    const found = await terminal.complete(text, cursor).catch(() => ({ from: cursor, to: cursor, items: [] }))
    if (mine === turn.current) setKnown({ ...found, text, cursor })
    return found
  }, [terminal, text, cursor])

  useEffect(() => {
    if (!ready || text === '') return
    const timer = setTimeout(() => void ask(), REST_MS)
    return () => clearTimeout(timer)
  }, [ready, text, ask])

  return {
    /** What is known of the word as it stands now */
    now: known && known.text === text && known.cursor === cursor ? known : undefined,
    ask,
    /** What was found holds for the line as it is after a step towards it, too */
    keep: (found: Completions, typed: Typed) =>
      setKnown({ ...found, to: typed.cursor, text: typed.text, cursor: typed.cursor }),
  }
}
