import { MAX_LINE } from '../../lab/shell-port.ts'
import { visibleText } from '../bench/visible-text.ts'

export type Pasted =
  /** Goes in as it is */
  | { readonly is: 'plain' }
  | { readonly is: 'too-long'; readonly length: number }
  /** Several lines, or text that hides something: the learner sees it before it can run */
  | {
      readonly is: 'to-confirm'
      readonly lines: readonly string[]
      readonly text: string
      readonly hides: boolean
    }

/** What text from the clipboard is. Looks at no more of it than a line may have. */
export function judgePaste(raw: string): Pasted {
  if (raw.length > MAX_LINE) return { is: 'too-long', length: raw.length }
  const text = raw.replace(/\r\n?/g, '\n').replace(/\n+$/, '')
  const hides = visibleText(text) !== text
  if (!hides && !text.includes('\n')) return { is: 'plain' }
  return { is: 'to-confirm', lines: text.split('\n'), text, hides }
}
