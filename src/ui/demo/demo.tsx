import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { Demo as DemoDefinition } from '../../course/demos/demo-definition.ts'
import { moduleTitles } from '../../course/words/modules.ts'
import { Crumbs } from '../learn/crumbs.tsx'
import { LessonBlock } from '../learn/lesson-block.tsx'
import { words as learn } from '../learn/words.ts'
import { LensSwitch } from '../lens/lens-switch.tsx'
import { useSession } from '../session.tsx'
import { ActList } from './act-list.tsx'
import { BetList } from './bet-list.tsx'
import { CardPuzzle } from './card-puzzle.tsx'
import { DemoBench } from './demo-bench.tsx'
import { useDemo } from './use-demo.ts'
import { words } from './words.ts'
import '../learn/learn.css'
import './demo.css'

/** Bet, see the engine answer, then read why. */
export function Demo({ demo }: { demo: DemoDefinition }) {
  const [state, { lock, press, deliver, restart }] = useDemo(demo, useSession())
  const betting = demo.bets.some(({ id }) => !state.bets.has(id))
  const next = useRef<HTMLHeadingElement>(null)
  const locked = useRef(betting)
  useEffect(() => {
    // The form of the last bet is gone: the keyboard goes on at what follows.
    if (locked.current && !betting && !state.returning) next.current?.focus({ preventScroll: true })
    locked.current = betting
  }, [betting, state.returning])
  const left = demo.acts.filter(({ id }) => !state.done.has(id)).length
  const title = `${learn.module.name(demo.module)}, ${moduleTitles[demo.module]}`
  return (
    <article className="read demo">
      <div className="demo-side">
        <Crumbs
          to={[
            [learn.module.crumb, '/'],
            [title, `/learn/${demo.module}`],
          ]}
        />
        <p className="dim">
          {words.kind(demo.code)}, {learn.minutes(demo.minutes)}
        </p>
        <h1>{demo.title}</h1>
        {demo.story.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {state.error !== undefined && (
          <div role="alert" className="told bad">
            <p>
              {words.broken} {state.error}
            </p>
            <button type="button" className="btn" onClick={restart}>
              {words.again}
            </button>
          </div>
        )}
        <h2>{words.bets.title}</h2>
        {state.returning && !betting && (
          <div className="row">
            <p className="dim">{words.bets.kept}</p>
            <button type="button" className="btn small" onClick={restart}>
              {words.bets.again}
            </button>
          </div>
        )}
        <BetList bets={demo.bets} state={state} lock={lock} />
        <h2 ref={next} tabIndex={-1}>
          {demo.puzzle ? words.acts.cards : words.acts.title}{' '}
          {!betting && left > 0 && <span className="dim">{words.acts.left(left)}</span>}
        </h2>
        {betting ? (
          <p className="dim">{words.acts.wait}</p>
        ) : (
          <>
            {demo.puzzle && <CardPuzzle puzzle={demo.puzzle} state={state} deliver={deliver} />}
            <ActList demo={demo} state={state} press={press} />
            {state.done.size > 0 && left > 0 && !state.returning && (
              <div className="row">
                <button type="button" className="btn small" onClick={restart}>
                  {words.again}
                </button>
              </div>
            )}
          </>
        )}
      </div>
      <DemoBench demo={demo} state={state} />
      {!betting && left === 0 && (
        <div className="lesson demo-after">
          <div className="title-row">
            <h2>{words.after}</h2>
            <LensSwitch />
          </div>
          {demo.after.map(({ title, blocks }) => (
            <section key={title}>
              <h3>{title}</h3>
              {blocks.map((block, i) => (
                <LessonBlock key={i} block={block} />
              ))}
            </section>
          ))}
          <div className="row">
            <Link className="btn primary" href={`/learn/${demo.module}`}>
              {words.next}
            </Link>
            <button type="button" className="btn" onClick={restart}>
              {words.again}
            </button>
          </div>
        </div>
      )}
    </article>
  )
}
