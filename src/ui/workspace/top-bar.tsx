import { useState } from 'react'
import { Link } from 'wouter'
import type { Lab } from '../../lab/lab.ts'
import { announce } from '../announce.tsx'
import { Confirm } from '../confirm.tsx'
import { Glyph } from '../glyphs/glyph.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { useLabDefinition, useLabState, useRevision } from '../lab-context.tsx'
import { taskCount } from '../lab-progress.ts'
import { moduleTitles } from '../../course/words/modules.ts'
import { ThemeButton } from '../theme-button.tsx'
import { words } from '../words.ts'
import { useMediaQuery } from '../use-media-query.ts'
import { CallerSwitch } from './caller-switch.tsx'
import { forgetFrame, useFrame } from './frame.ts'
import { runUndo, runRedo } from './undo.ts'

const says = words.bar

/** Where the learner is, how far, and the ways back. */
export function TopBar({ lab }: { lab: Lab }) {
  const definition = useLabDefinition()
  const canUndo = useLabState(({ canUndo }) => canUndo)
  const canRedo = useLabState(({ canRedo }) => canRedo)
  const tab = useFrame(({ tab }) => tab)
  const phone = useMediaQuery('(max-width: 700px)')
  // The Brief has the heading of the page; while a phone shows another part, the bar has it.
  const Title = phone && tab !== 'read' ? 'h1' : 'b'
  return (
    <header className="bar">
      <Link className="home" href="/" aria-label={words.app.home}>
        <Glyph name="mark" size={24} />
      </Link>
      <span className="crumb">
        {definition && definition.steps.length > 0 && (
          <span className="module">
            <Link href={`/learn/${definition.module}`}>{moduleTitles[definition.module]}</Link>{' '}
            <span className="sep">/</span>
          </span>
        )}
        <Title className="title">{definition?.title ?? words.start.sandboxTitle}</Title>
      </span>
      <span className="sp" />
      {definition && definition.steps.length > 0 && <Tasks lab={lab} />}
      <CallerSwitch lab={lab} />
      <span className="vr" />
      <button
        type="button"
        className="btn quiet icon"
        aria-label={says.undo}
        disabled={!canUndo}
        onClick={() => runUndo(lab)}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        className="btn quiet icon"
        aria-label={says.redo}
        disabled={!canRedo}
        onClick={() => runRedo(lab)}
      >
        <Icon name="redo" />
      </button>
      <ResetButton lab={lab} />
      <span className="vr" />
      <ThemeButton />
    </header>
  )
}

function Tasks({ lab }: { lab: Lab }) {
  useRevision()
  const definition = useLabDefinition()
  if (!definition) return null
  const { done, of, open } = taskCount(definition, lab.tables)
  const text = open === undefined ? says.allDone : says.task(open + 1, of)
  return (
    <>
      <span className="tasks-mark">
        {text} <TaskMarks done={done} of={of} />
      </span>
      <span className="vr" />
    </>
  )
}

export function TaskMarks({ done, of }: { done: number; of: number }) {
  return (
    <span className="socks" role="img" aria-label={says.tasksDone(done, of)}>
      {Array.from({ length: of }, (_, i) => (
        <i key={i} className={i < done ? 'd' : i === done ? 'cur' : undefined} />
      ))}
    </span>
  )
}

/** A lab starts over with the same seed; the sandbox becomes an empty account. */
function ResetButton({ lab }: { lab: Lab }) {
  const definition = useLabDefinition()
  const seed = useLabState(({ current }) => current?.seed)
  const [asking, setAsking] = useState(false)
  const text = words.reset

  async function answer(agreed: boolean) {
    setAsking(false)
    if (!agreed) return
    try {
      await (definition && seed !== undefined ? lab.startLab(definition, seed) : lab.reset())
      forgetFrame()
    } catch (error) {
      announce(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <>
      <button
        type="button"
        className="btn quiet reset"
        aria-label={says.reset}
        onClick={() => setAsking(true)}
      >
        <Icon name="reset" /> <span>{says.reset}</span>
      </button>
      {asking && (
        <Confirm
          title={definition ? text.lab : text.sandbox}
          text={definition ? text.labText : text.sandboxText}
          action={definition ? text.labDo : text.sandboxDo}
          keep={text.keep}
          onAnswer={answer}
        />
      )}
    </>
  )
}
