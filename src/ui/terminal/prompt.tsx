import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
} from 'react'
import type { Completions } from '../../lab/shell-port.ts'
import type { Terminal } from '../../lab/terminal.ts'
import { announce } from '../announce.tsx'
import { visibleText } from '../bench/visible-text.ts'
import { Candidates, optionId } from './candidates.tsx'
import { setDraft, useDraft } from './draft.ts'
import { KeyRow, type KeyRowProps } from './key-row.tsx'
import { atFirstLine, atLastLine, goesOn, searchLines, stepTo, type Walk } from './line-walk.ts'
import { judgePaste } from './pasted.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { agreed, taken, type Typed } from './take-completion.ts'
import { useCompletion } from './use-completion.ts'
import { words } from './words.ts'

export interface PromptProps {
  terminal: Terminal
  ready: boolean
  running: boolean
  /** It runs for so long that somebody may want to end it */
  stoppable: boolean
  /** Role, Region and folder, as bash shows user, machine and folder */
  place: string
  onRun: (line: string) => unknown
  onStop: () => void
  onClear: () => void
  /** Escape with nothing open: where the focus goes */
  onLeave: () => void
  /** Something to say above the field, for instance why a paste did not go in */
  onRefuse: (why: string | undefined) => void
}

/** Asking for the height of a text makes the browser lay out the page at once. */
const GROWS = CSS.supports('field-sizing', 'content')

/** An open list: candidates for the word, or lines of before for the whole field. No option is active at first. */
interface Popup {
  readonly of: 'word' | 'history'
  readonly active: number
}

/** The one text field. It runs, completes, remembers, and lets go: Shift+Tab and Escape always leave. */
export function Prompt(props: PromptProps) {
  const { terminal, ready, running, stoppable, place, onRun, onStop, onClear, onLeave, onRefuse } = props
  const text = useDraft((draft) => draft.text)
  const put = useDraft((draft) => draft.put)
  const field = useRef<HTMLTextAreaElement>(null)
  const runButton = useRef<HTMLButtonElement>(null)
  const caret = useRef<number>(undefined)
  const [cursor, setCursor] = useState(text.length)
  const [walk, setWalk] = useState<Walk>()
  const [popup, setPopup] = useState<Popup>()
  const [pasted, setPasted] = useState<{ lines: readonly string[]; text: string; hides: boolean }>()
  const completion = useCompletion(terminal, ready && !running, text, cursor)
  const id = useId()

  const lines = popup?.of === 'history' ? searchLines(terminal.history(), text) : []
  const listed: Completions =
    popup?.of === 'history'
      ? { from: 0, to: text.length, items: lines.map((value) => ({ value })) }
      : (completion.now ?? { from: cursor, to: cursor, items: [] })
  const open = popup !== undefined && listed.items.length > 0
  const active = popup && popup.active < listed.items.length ? popup.active : -1

  useEffect(() => {
    if (put === 0) return
    field.current?.focus()
    field.current?.setSelectionRange(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  }, [put])
  useLayoutEffect(() => {
    const box = field.current
    if (!box) return
    if (caret.current !== undefined) box.setSelectionRange(caret.current, caret.current)
    caret.current = undefined
    // Where the style sheet cannot make the field as high as its text.
    if (GROWS) return
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight}px`
  }, [text])

  function write({ text: next, cursor: at }: Typed): void {
    caret.current = at
    setCursor(at)
    setDraft(next)
  }

  /** What was not typed by hand: the walk through history begins anew behind it. */
  function replace(next: Typed): void {
    setWalk(undefined)
    write(next)
  }

  function submit(line = text): void {
    setPopup(undefined)
    setWalk(undefined)
    if (line.trim() === '') return
    setCursor(0)
    onRun(line)
  }

  function take(index: number): void {
    const item = listed.items[index]
    if (!item) return
    const whole = popup?.of === 'history'
    setPopup(undefined)
    replace(whole ? { text: item.value, cursor: item.value.length } : taken(text, listed, item))
    field.current?.focus()
  }

  function offer(found: Completions): boolean {
    const [only, ...others] = found.items
    if (!only) return false
    if (others.length === 0) {
      const next = taken(text, found, only)
      // A word that is complete already has nothing to gain.
      if (next.text === text) return false
      replace(next)
      announce(visibleText(only.value))
      return true
    }
    const further = agreed(text, found)
    if (further) {
      replace(further)
      completion.keep(found, further)
    }
    setPopup({ of: 'word', active: -1 })
    announce(words.found(found.items.length))
    return true
  }

  /** @returns whether Tab had something to do; a promise while the shell is asked */
  function complete(): boolean | Promise<void> {
    if (text.trim() === '' || !ready || running) return false
    if (completion.now) return offer(completion.now)
    return completion.ask().then((found) => {
      if (offer(found)) return
      announce(words.nothingToComplete)
      runButton.current?.focus()
    })
  }

  function tab(): boolean {
    if (open) {
      if (active >= 0) take(active)
      else setPopup({ ...popup, active: 0 })
      return true
    }
    return complete() !== false
  }

  function step(by: -1 | 1): boolean {
    const next = stepTo(terminal.history(), walk, text, by)
    if (!next) return false
    setWalk(next.walk)
    write({ text: next.text, cursor: next.text.length })
    return true
  }

  function move(by: -1 | 1): boolean {
    const size = listed.items.length
    if (open) {
      setPopup({ ...popup, active: (Math.max(active, by < 0 ? 0 : -1) + by + size) % size })
      return true
    }
    const at = field.current?.selectionStart ?? cursor
    return by < 0 ? atFirstLine(text, at) && step(-1) : atLastLine(text, at) && step(1)
  }

  function search(): true {
    const found = searchLines(terminal.history(), text)
    setPopup({ of: 'history', active: found.length > 0 ? 0 : -1 })
    announce(words.foundLines(found.length))
    return true
  }

  function stop(): true {
    if (running) onStop()
    else if (text !== '') {
      replace({ text: '', cursor: 0 })
      announce(words.lineCleared)
    }
    setPopup(undefined)
    onRefuse(undefined)
    return true
  }

  function leave(): true {
    if (popup) setPopup(undefined)
    else onLeave()
    return true
  }

  function enter(): boolean {
    if (open && active >= 0) take(active)
    else if (goesOn(text)) return false
    else if (running) announce(words.stillRunning)
    else submit()
    return true
  }

  /** @returns whether the key was ours */
  function press(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
    const { selectionStart, selectionEnd } = event.currentTarget
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    const control = event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (plain && !event.shiftKey) {
      if (event.key === 'Enter') return enter()
      if (event.key === 'Tab') return tab()
      if (event.key === 'ArrowUp') return move(-1)
      if (event.key === 'ArrowDown') return move(1)
      if (event.key === 'Escape') return leave()
    }
    if (plain && event.shiftKey && event.key === 'Tab') setPopup(undefined)
    if (!control) return false
    switch (event.key.toLowerCase()) {
      case 'c':
        return selectionStart === selectionEnd && stop()
      case 'l':
        onClear()
        return true
      case 'r':
        return popup?.of === 'history' ? move(1) || true : search()
      default:
        return false
    }
  }

  function paste(event: ClipboardEvent): void {
    const judged = judgePaste(event.clipboardData.getData('text/plain'))
    onRefuse(undefined)
    if (judged.is === 'plain') return
    event.preventDefault()
    if (judged.is === 'too-long') onRefuse(words.paste.tooLong(judged.length))
    else setPasted(judged)
  }

  function insert(piece: string): void {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {}
    const head = text.slice(0, selectionStart) + piece
    replace({ text: head + text.slice(selectionEnd), cursor: head.length })
    field.current?.focus()
  }

  const fromRow: KeyRowProps['onKey'] = (key) => {
    if (key === 'Stop') stop()
    else if (key === 'Tab') tab()
    else move(key === 'ArrowUp' ? -1 : 1)
    field.current?.focus()
  }

  return (
    <form
      className="t-prompt"
      onSubmit={(event) => {
        event.preventDefault()
        if (!running) submit()
      }}
    >
      {open && (
        <Candidates
          id={`${id}-list`}
          label={popup.of === 'history' ? words.history : words.completions}
          items={listed.items}
          active={active}
          onTake={take}
        />
      )}
      <label htmlFor={id} translate="no">
        <span className="vh">{words.field}, </span>
        <span className="t-where">{visibleText(place)}</span>
        <span className="t-sign" aria-hidden="true">
          $
        </span>
      </label>
      <textarea
        ref={field}
        id={id}
        rows={1}
        value={text}
        translate="no"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        enterKeyHint="send"
        aria-describedby={`${id}-how`}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open && active >= 0 ? optionId(`${id}-list`, active) : undefined}
        onChange={(event) => {
          setWalk(undefined)
          // A search always has its best line at hand; a word is only completed on request.
          if (popup) setPopup({ ...popup, active: popup.of === 'history' ? 0 : -1 })
          setCursor(event.target.selectionStart)
          setDraft(event.target.value)
        }}
        onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
        onKeyDown={(event) => {
          if (!event.nativeEvent.isComposing && press(event)) event.preventDefault()
        }}
        onPaste={paste}
        onBlur={() => setPopup(undefined)}
      />
      <span className="vh" id={`${id}-how`}>
        {words.how}
      </span>
      {stoppable ? (
        <button type="button" className="btn small on-term" ref={runButton} onClick={onStop}>
          {words.stop}
        </button>
      ) : (
        <button type="submit" className="btn small on-term" ref={runButton}>
          {words.run}
        </button>
      )}
      <KeyRow onKey={fromRow} onLetter={insert} />
      {pasted && (
        <PasteDialog
          lines={pasted.lines}
          hides={pasted.hides}
          onAnswer={(answer) => {
            setPasted(undefined)
            if (answer === 'keep') insert(pasted.text)
            else if (answer === 'run' && !running) submit(pasted.text)
          }}
        />
      )}
    </form>
  )
}
