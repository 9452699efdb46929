import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { CredentialRefusal, LabRefusal } from '../../lab/refusal.ts'
import type { TerminalEntry } from '../../lab/terminal.ts'
import { announce } from '../announce.tsx'
import { visibleText } from '../bench/visible-text.ts'
import { download, SAVE_NAME } from '../download.ts'
import { useLab, useLabState } from '../lab-context.tsx'
import { putInTerminal, setDraft, useDraft } from './draft.ts'
import { entryBlocks, isSameBlock, type EntryBlock } from './entry-blocks.ts'
import { Entry } from './entry.tsx'
import { Prompt } from './prompt.tsx'
import { saidOf } from './say-entry.ts'
import './terminal.css'
import { useLasting } from './use-lasting.ts'
import { words } from './words.ts'

/** The log and the prompt: the same lines a learner will type at work, against the same engine as the forms. */
export default memo(function Terminal() {
  const { terminal } = useLab()
  const { phase, failure, entries, running, cwd, offered } = useStore(terminal.store)
  const { as, region } = useLabState((state) => state.acting)
  const box = useRef<HTMLDivElement>(null)
  const [refusal, setRefusal] = useState<string>()
  const blocks = useMemo(() => entryBlocks(entries), [entries])
  const newest = entries.at(-1)
  const isRunning = running !== undefined
  const lasts = useLasting(isRunning, SLOW_MS)

  useEffect(() => {
    if (phase === 'idle') void terminal.open()
  }, [terminal, phase])
  const newestAt = useRef(0)
  const toNewest = useCallback(() => {
    showNewest(box.current)
    newestAt.current = box.current?.scrollTop ?? 0
  }, [])
  useLayoutEffect(() => {
    toNewest()
    // A block that has just become an old one is drawn one picture later, and only then has its height.
    let next = requestAnimationFrame(() => {
      next = requestAnimationFrame(toNewest)
    })
    return () => cancelAnimationFrame(next)
  }, [toNewest, newest?.number, lasts, refusal])
  const follows = useRef(true)
  useEffect(() => {
    // The Trail opens below, a phone shows its keys: who was at the newest answer goes on seeing it.
    const log = box.current
    if (!log) return
    const observer = new ResizeObserver(() => follows.current && toNewest())
    observer.observe(log)
    return () => observer.disconnect()
  }, [toNewest])
  useEffect(() => {
    const bytes = offered && terminal.takeOffered()
    if (bytes) download(SAVE_NAME, bytes)
  }, [offered, terminal])

  const run = useCallback(
    async (line: string) => {
      setRefusal(undefined)
      setDraft('')
      try {
        const entry = await terminal.run(line)
        if (entry === 'unfinished') {
          setDraft(`${line}\n`)
          setRefusal(words.needsMore)
          announce(words.needsMore)
        } else announce(saidOf(entry))
      } catch (error) {
        if (!(error instanceof LabRefusal)) throw error
        // Of what looks like a credential nothing may stay, not even here (T23).
        if (!(error instanceof CredentialRefusal) && useDraft.getState().text === '') setDraft(line)
        setRefusal(error.message)
      }
    },
    [terminal],
  )

  return (
    <div className="t-pane term">
      <h2 className="vh">{words.title}</h2>
      {/* Announced by us, briefly: a live log would read out every token. */}
      <div
        className="log t-log"
        role="log"
        aria-live="off"
        aria-label={words.log}
        tabIndex={0}
        ref={box}
        onScroll={({ currentTarget: log }) => {
          const left = log.scrollHeight - log.clientHeight - log.scrollTop
          follows.current = Math.min(Math.abs(log.scrollTop - newestAt.current), Math.abs(left)) < NEAR
        }}
      >
        {entries.length === 0 && !lasts && <p className="log-empty">{words.empty}</p>}
        {blocks.map((block, i) => (
          <Block
            key={block.number}
            block={block}
            newest={i === blocks.length - 1 ? newest : undefined}
            old={blocks.slice(i + 1).reduce((after, { placed }) => after + placed.length, 0) >= DRAWN}
            onAgain={run}
          />
        ))}
        {lasts && running !== undefined && (
          <div className="e">
            <span className="c" translate="no">
              {visibleText(running.slice(0, 4_000))}
            </span>
            <span className="d">{words.running}</span>
          </div>
        )}
      </div>
      <div className="t-foot">
        {phase === 'loading' && (
          <p className="t-note" role="status">
            {words.loading}
          </p>
        )}
        {phase === 'failed' && (
          <p className="t-note err" role="alert">
            {words.failed(failure ?? '')}{' '}
            <button type="button" className="act" onClick={() => void terminal.open()}>
              {words.retry}
            </button>
          </p>
        )}
        {phase === 'absent' && <p className="t-note">{words.absent}</p>}
        {refusal !== undefined && (
          <p className="t-note refusal" role="alert">
            {refusal !== words.needsMore && <b>{words.refused}</b>} {refusal}
          </p>
        )}
        <Prompt
          terminal={terminal}
          ready={phase === 'ready'}
          running={isRunning}
          stoppable={lasts}
          place={`${as}@${region}:${cwd}`}
          onRun={run}
          onStop={() => terminal.cancel()}
          onClear={() => {
            terminal.clear()
            announce(words.cleared)
          }}
          onLeave={() => box.current?.focus()}
          onRefuse={setRefusal}
        />
      </div>
    </div>
  )
})

interface BlockProps {
  block: EntryBlock
  /** The newest entry of the log, if it is here */
  newest: TerminalEntry | undefined
  /** Far above what is in sight: drawn when it comes near */
  old: boolean
  onAgain: (line: string) => unknown
}

/** Drawn anew only when one of its entries is another, or is no longer the newest. */
const Block = memo(
  function Block({ block, newest, old, onAgain }: BlockProps) {
    return (
      <div className={old ? 't-block t-old' : 't-block'}>
        {block.placed.map((placed) => (
          <Entry
            key={placed.entry.number}
            {...placed}
            hot={placed.entry === newest && newest.exitCode !== 0}
            onAgain={onAgain}
            onEdit={putInTerminal}
          />
        ))}
      </div>
    )
  },
  (one, other) =>
    one.newest === other.newest &&
    one.old === other.old &&
    one.onAgain === other.onAgain &&
    isSameBlock(one.block, other.block),
)

/** Most answers come sooner: for them nothing is drawn but the answer. */
const SLOW_MS = 120
/** The newest entries are drawn at once, so that the log knows how long it is; others when they come near. */
const DRAWN = 3
/** Scrolled by less than this, a place is still the same. */
const NEAR = 4
/** The upper edge fades, as bench.css has it. */
const FADE = 16

/** An answer longer than the pane begins at its command; what came before is above. */
function showNewest(log: HTMLElement | null): void {
  const below = log?.lastElementChild
  const last = below?.classList.contains('t-block') ? below.lastElementChild : below
  if (!log || !(last instanceof HTMLElement)) return
  if (last.offsetHeight <= log.clientHeight - FADE) log.scrollTop = log.scrollHeight
  else log.scrollTop += last.getBoundingClientRect().top - log.getBoundingClientRect().top - FADE
}
