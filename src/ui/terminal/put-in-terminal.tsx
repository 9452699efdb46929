import { useLab } from '../lab-context.tsx'
import { putInTerminal } from './draft.ts'
import { words } from './words.ts'

/** Hands a form's command to the prompt, where it can be changed and run. */
export function PutInTerminal({ command }: { command: string }) {
  const { terminal } = useLab()
  if (terminal.store.getState().phase === 'absent') return null
  return (
    <button type="button" className="btn on-term" onClick={() => putInTerminal(command)}>
      {words.put}
    </button>
  )
}
