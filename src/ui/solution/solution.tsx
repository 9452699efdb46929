import { useEffect, useMemo, useState } from 'react'
import type { LabDefinition } from '../../course/lab-definition.ts'
import { labOfSeed } from '../../course/lab-of-seed.ts'
import { keyState } from '../../kms/key.ts'
import { watchSolution, type SolutionAct } from '../../lab/watch-solution.ts'
import { announce } from '../announce.tsx'
import { InlineCode } from '../brief/inline-code.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { Socket } from '../glyphs/socket.tsx'
import { PAGE, useHalfTyped } from '../half-typed.ts'
import { shortId, socketsOf, stateWord } from '../key-look.ts'
import type { Session } from '../session.tsx'
import { fullDate } from '../when.ts'
import { shortened } from './shortened.ts'
import './solution.css'
import { words } from './words.ts'

const isPlace = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0

/** A lab's own solution, act by act, at the learner's pace. */
export function Solution({
  session,
  definition,
  seed,
}: {
  session: Session
  definition: LabDefinition
  seed: number
}) {
  const { acts, end } = useActs(session, definition, seed)
  const [place, setPlace] = useHalfTyped(PAGE, `solution/${definition.id}/${seed}`, 0, isPlace)
  const { steps } = useMemo(() => labOfSeed(definition, seed), [definition, seed])
  const act = acts[place]
  const taskOf = (at: number) =>
    acts.slice(at).find(({ met }) => met.length > 0)?.met[0]?.task ?? steps.length
  const open = taskOf(place)
  const last = end !== undefined && place >= acts.length - 1

  function go(to: number): void {
    const there = acts[to]
    if (!there) return
    setPlace(to)
    announce(`${words.act(to + 1, acts.length, end !== undefined)}. ${toldOf(there)}`)
  }

  return (
    <div className="solution">
      <nav aria-label={words.tasks}>
        <ol className="sol-tasks">
          {steps.map(({ id, title }, i) => (
            <li key={id} aria-current={i + 1 === open ? 'step' : undefined}>
              <span className="k">{i + 1 < open ? <Icon name="tick" size={12} /> : i + 1}</span>
              <span>{title}</span>
            </li>
          ))}
        </ol>
      </nav>
      <section className="sol-act" aria-label={definition.title}>
        <div className="sol-head">
          <h2>{words.act(Math.min(place + 1, Math.max(acts.length, 1)), acts.length, end !== undefined)}</h2>
          <span className="dim">
            {words.task(open)}
            {act && `, ${fullDate(act.at)}`}
          </span>
          <span className="sp grow" />
          <button
            type="button"
            className="btn small"
            aria-disabled={place === 0}
            onClick={() => go(place - 1)}
          >
            {words.before}
          </button>
          <button
            type="button"
            className="btn small primary"
            aria-disabled={acts[place + 1] === undefined}
            onClick={() => go(place + 1)}
          >
            {words.next}
          </button>
        </div>
        {act ? (
          <Act act={act} />
        ) : (
          <p className="sol-answer">{end === 'failed' ? words.failed : words.working}</p>
        )}
        {act && last && (
          <div className="sol-head" role="status">
            <span>{end === 'passed' ? words.end(acts.length) : words.failed}</span>
            <button type="button" className="btn small quiet" onClick={() => go(0)}>
              {words.first}
            </button>
          </div>
        )}
      </section>
    </div>
  )
}

/** What the play does, as far as it has come. */
function useActs(session: Session, definition: LabDefinition, seed: number) {
  const [acts, setActs] = useState<readonly SolutionAct[]>([])
  const [end, setEnd] = useState<'passed' | 'failed'>()
  useEffect(() => {
    let left = false
    async function play() {
      const { plays } = await import('../../course/plays/index.ts')
      const own = plays.find(({ labId }) => labId === definition.id)
      if (!own || left) return
      const seen: SolutionAct[] = []
      const tell = (act: SolutionAct) => {
        seen.push(act)
        setActs([...seen])
      }
      const passed = await watchSolution(definition, own, seed, session.hands, tell, () => left)
      if (!left) setEnd(passed ? 'passed' : 'failed')
    }
    play().catch(() => {
      if (!left) setEnd('failed')
    })
    return () => {
      left = true
    }
  }, [session, definition, seed])
  return { acts, end }
}

const toldOf = ({ did, refused }: SolutionAct): string =>
  [
    did.is === 'command' ? did.line : did.is === 'answer' ? did.answer : `${words.drops}: ${did.name}`,
    ...(refused ? [words.refused(refused.code)] : []),
  ].join('. ')

function Act({ act }: { act: SolutionAct }) {
  const { did, output, refused, kept, met, keys } = act
  return (
    <>
      {did.is === 'command' ? (
        <div className="term sol-term" tabIndex={0} role="group" aria-label={words.says} translate="no">
          {did.line.split(/\n(?! )/).map((line) => (
            <pre key={line} className="line">
              {line}
            </pre>
          ))}
          {refused ? (
            <p className="err">
              {words.refused(refused.code)} {refused.message}
            </p>
          ) : output === undefined || output === '{}' ? (
            <p>{words.silent}</p>
          ) : (
            <pre className="o">{shortened(output)}</pre>
          )}
          {kept.length > 0 && <p>{words.kept(kept)}</p>}
        </div>
      ) : (
        <div className="sol-answer">
          <b>{did.is === 'answer' ? words.answers : words.drops}</b>
          {did.is === 'answer' && (
            <p>
              <InlineCode text={did.asks} />
            </p>
          )}
          <p className="given">
            <InlineCode text={did.is === 'answer' ? did.answer : did.name} />
          </p>
        </div>
      )}
      <div className="sol-told">
        <section>
          <h3>{words.became}</h3>
          {met.length === 0 && <p>{words.nothing}</p>}
          <ul>
            {met.map(({ says, event }) => (
              <li key={says}>
                <Icon name="tick" size={14} />
                <span>
                  <InlineCode text={says} />
                </span>
                {event > 0 && <span className="num">{words.record(event)}</span>}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{words.keys}</h3>
          {keys.length === 0 && <p>{words.noKeys}</p>}
          <ul className="keys">
            {keys.map((key) => (
              <li key={key.arn}>
                {socketsOf(key, act.at)
                  .slice(0, 1)
                  .map(({ look }) => (
                    <Socket key={key.id} look={{ ...look, text: undefined }} size={32} />
                  ))}
                <span>
                  <span translate="no">{key.description || shortId(key.id)}</span>, {stateWord(keyState(key))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
