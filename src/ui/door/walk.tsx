import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react'
import { Link } from 'wouter'
import { Glyph } from '../glyphs/glyph.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { clockTime } from '../when.ts'
import { says } from './door-words.ts'
import type { DoorActions, DoorFacts, DoorState, Phase } from './use-door.ts'

const STEP_OF: Record<Phase, number> = {
  opening: 1,
  read: 1,
  predict: 2,
  jump: 3,
  again: 3,
  restore: 4,
  'read-again': 4,
  done: 5,
  broken: 0,
}

interface WalkProps {
  state: DoorState
  actions: DoorActions
  /** Where the four steps lead */
  next: { href: string; text: string }
  /** The clock is still running: what it brings is not told yet */
  travelling: boolean
}

/** The four steps: one open, the others one line. */
export function Walk({ state, actions, next, travelling }: WalkProps) {
  const { phase, facts, refused } = state
  const at = STEP_OF[phase]
  const time = facts ? clockTime(facts.jumpTo) : '10:01'
  return (
    <ol className="walk" aria-label={says.walk}>
      <Item n={1} at={at} title={says.steps.read}>
        <p>
          {says.readText[0](facts ? clockTime(facts.end) : '10:00')}{' '}
          <code translate="no">{facts?.fileName ?? 'visit-7.enc'}</code> {says.readText[1]}{' '}
          <span className="key">
            {says.readText[2]} <kbd>Enter</kbd>
          </span>
          <span className="tap">{says.readText[3]}</span>.
        </p>
      </Item>
      <Item
        n={2}
        at={at}
        title={says.steps.predict}
        done={facts?.answer && <Given facts={facts} told={at >= 4} refused={refused !== undefined} />}
      >
        {facts?.prediction ? (
          <Ask facts={facts} actions={actions} busy={state.busy} />
        ) : (
          <p>{says.predictLead(time)}</p>
        )}
      </Item>
      <Item n={3} at={at} title={says.steps.jump(time)}>
        {phase === 'jump' || travelling ? (
          <p>{facts && says.jumpText(clockTime(facts.end))}</p>
        ) : (
          <p>
            {says.againText}{' '}
            <span className="key">
              {says.readText[2]} <kbd>Enter</kbd>
            </span>
            <span className="tap">{says.readText[3]}</span>.
          </p>
        )}
      </Item>
      <Item n={4} at={at} title={says.steps.restore}>
        {phase === 'restore' && facts && <Restore facts={facts} actions={actions} busy={state.busy} />}
        {phase === 'read-again' && (
          <p>
            {says.readAgainText}{' '}
            <span className="key">
              {says.readText[2]} <kbd>Enter</kbd>
            </span>
            <span className="tap">{says.readText[3]}</span>.
          </p>
        )}
      </Item>
      {phase === 'done' && <Success next={next} />}
      {phase === 'broken' && (
        <li className="now" role="alert">
          <span className="k">
            <Glyph name="status-bad" />
          </span>
          <div>
            <h2>{says.failed}</h2>
            <p>{state.error}</p>
            <div className="row">
              <button type="button" className="btn" onClick={actions.restart}>
                {says.restart}
              </button>
            </div>
          </div>
        </li>
      )}
    </ol>
  )
}

function Item({
  n,
  at,
  title,
  children,
  done,
}: {
  n: number
  at: number
  title: string
  children?: ReactNode
  done?: ReactNode
}) {
  const look = n < at ? 'done' : n === at ? 'now' : undefined
  return (
    <li className={look} aria-current={look === 'now' ? 'step' : undefined}>
      <span className="k">{look === 'done' ? <Icon name="tick" size={12} /> : n}</span>
      <div>
        <h2>{title}</h2>
        {look === 'now' && children}
        {look === 'done' && done}
      </div>
    </li>
  )
}

/** Takes the focus when it appears, so that the keyboard alone goes on. */
function useArrival<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null)
  useEffect(() => ref.current?.focus({ preventScroll: true }), [])
  return ref
}

const CERTAINTIES = ['low', 'middle', 'high'] as const

function Ask({ facts, actions, busy }: { facts: DoorFacts; actions: DoorActions; busy: boolean }) {
  const [option, setOption] = useState<string>()
  const [certainty, setCertainty] = useState<(typeof CERTAINTIES)[number]>('middle')
  const first = useArrival<HTMLInputElement>()
  const id = useId()
  const { prediction } = facts
  if (!prediction) return null
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault()
        if (option) void actions.lock(option, certainty)
      }}
    >
      <fieldset>
        <legend>{prediction.asks}</legend>
        {prediction.options.map(({ id: value, text }, i) => (
          <label key={value} className="choice">
            <input
              ref={i === 0 ? first : undefined}
              type="radio"
              name={`${id}-option`}
              value={value}
              checked={option === value}
              onChange={() => setOption(value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="certainty">
        <legend>{says.certain}</legend>
        {CERTAINTIES.map((value) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name={`${id}-certainty`}
              value={value}
              checked={certainty === value}
              onChange={() => setCertainty(value)}
            />
            <span>{says.certainty[value]}</span>
          </label>
        ))}
      </fieldset>
      <div className="row">
        <button type="submit" className="btn primary" disabled={!option || busy}>
          {says.lock}
        </button>
      </div>
    </form>
  )
}

/** The locked answer; whether it was right shows when the engine has answered. */
function Given({ facts, told, refused }: { facts: DoorFacts; told: boolean; refused: boolean }) {
  const option = facts.prediction?.options.find(({ id }) => id === facts.answer?.value)
  if (!option) return null
  const certainty = facts.answer?.certainty
  return (
    <p className="pred">
      {told && refused && (
        <span className={option.correct ? 'right' : 'wrong'}>
          <Icon name={option.correct ? 'tick' : 'cross'} size={12} />{' '}
          {option.correct ? says.right : says.yourAnswer}
        </span>
      )}{' '}
      “{option.text}”{' '}
      <span className="dim">
        {certainty && `${says.certainty[certainty]}.`} {!told && says.locked}
      </span>
      {told && refused && <span className="because">{option.because}</span>}
    </p>
  )
}

function Restore({ facts, actions, busy }: { facts: DoorFacts; actions: DoorActions; busy: boolean }) {
  const [shown, setShown] = useState(false)
  const run = useArrival<HTMLButtonElement>()
  const [have, file, bring] = says.restoreText(facts.materialName)
  return (
    <>
      <p>
        {have} <code translate="no">{file}</code>. {bring}
      </p>
      {shown && <p className="shown">{says.shown}</p>}
      <div className="row">
        <button ref={run} type="button" className="btn primary" disabled={busy} onClick={actions.restore}>
          {busy ? says.running : says.runBoth}
        </button>
        {!shown && (
          <button type="button" className="btn quiet" onClick={() => setShown(true)}>
            {says.showMe}
          </button>
        )}
      </div>
    </>
  )
}

function Success({ next }: { next: WalkProps['next'] }) {
  const link = useArrival<HTMLAnchorElement>()
  return (
    <li className="now success">
      <span className="k">
        <Glyph name="status-ok" />
      </span>
      <div>
        <h2>{says.success}</h2>
        <p>{says.successWhy}</p>
        <div className="row">
          <Link ref={link} className="btn primary" href={next.href}>
            {next.text}
          </Link>
        </div>
      </div>
    </li>
  )
}
