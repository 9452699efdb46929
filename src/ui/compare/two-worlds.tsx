import { useMemo } from 'react'
import { Link, useSearch } from 'wouter'
import { scriptsOf } from '../../course/table/worlds-definition.ts'
import { worlds } from '../../course/table/worlds/index.ts'
import { compareScripts, type ComparedStep } from '../../lab/compare-scripts.ts'
import { Glyph } from '../glyphs/glyph.tsx'
import { useSession } from '../session.tsx'
import { AuditLog } from './audit-log.tsx'
import { columnGlyph } from './column-look.ts'
import { Answer, CommandLine, ScriptView, timeOf } from './script-view.tsx'
import { useScripts } from './use-scripts.ts'
import { words } from './words.ts'

const says = words.two
const SIDES = ['G', 'I'] as const

/** One list of lines in two worlds: what is answered otherwise is marked. */
export function TwoWorldsView({ id }: { id: string | undefined }) {
  const pair = worlds.find((one) => one.id === id) ?? worlds[0]
  const search = useSearch()
  const scripts = useMemo(() => (pair ? SIDES.map((side) => scriptsOf(pair)[side]) : []), [pair])
  const state = useScripts(useSession(), scripts)
  const [one, other] = state.runs.map(({ run }) => run)
  const rows = useMemo(() => (one && other ? compareScripts(one, other) : undefined), [one, other])
  if (!pair) return null
  return (
    <div className="cmp-worlds">
      <nav aria-label={says.scripts}>
        <ol>
          {worlds.map((each) => (
            <li key={each.id}>
              <Link
                href={`/compare/two-worlds/${each.id}${search && `?${search}`}`}
                aria-current={each === pair ? 'page' : undefined}
              >
                {each.title}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <section aria-labelledby="pair-title" aria-busy={state.phase === 'running'}>
        <h2 id="pair-title">{pair.title}</h2>
        <p className="found" role="status">
          {state.phase === 'failed'
            ? `${words.proof.failed} ${state.error ?? ''}`
            : state.phase === 'stopped'
              ? words.proof.stopped
              : rows
                ? `${says.found(rows.filter(({ differs }) => differs).length, rows.length)} ${pair.shows}`
                : says.running}{' '}
          {state.phase === 'running' ? (
            <button key="stop" type="button" className="link" onClick={state.stop}>
              {words.proof.stop}
            </button>
          ) : (
            <button key="again" type="button" className="link" onClick={state.again}>
              {words.proof.again}
            </button>
          )}
        </p>
        <div className="term cmp-pairs" translate="no">
          <p className="cmp-heads" translate="yes">
            {SIDES.map((side) => (
              <span key={side} className={side === 'G' ? 'k' : 'y'}>
                <Glyph name={columnGlyph[side]} size={18} /> {words.columns[side].name}
              </span>
            ))}
          </p>
          <div className="cmp-both-preps">
            {state.runs.map(({ steps }, i) => (
              <ScriptView key={SIDES[i]} steps={steps.filter(({ step }) => step.quiet)} hue="kms" />
            ))}
          </div>
          <ol>
            {rows?.map((row, i) => (
              <PairOfAnswers key={i} row={row} />
            ))}
          </ol>
        </div>
        <div className="cmp-both-logs">
          {state.runs.map(
            ({ run }, i) =>
              run && <AuditLog key={SIDES[i]} trail={run.trail} of={words.columns[SIDES[i] ?? 'G'].name} />,
          )}
        </div>
      </section>
    </div>
  )
}

function PairOfAnswers({ row: { runs, differs } }: { row: ComparedStep }) {
  const [first] = runs
  if (first.step.is === 'travel') return <li className="clock">{timeOf(first)}</li>
  if (first.step.is === 'region-failure') return <li className="aside">{words.proof.regionFails}</li>
  return (
    <li className={differs ? 'differs' : undefined}>
      <CommandLine line={first.line ?? ''} />
      <b translate="yes">{differs ? says.differs : says.same}</b>
      <div className="cmp-answers">
        {runs.map((run, i) => (
          <div key={SIDES[i]}>
            <span className="vh">{words.columns[SIDES[i] ?? 'G'].name}</span>
            {run.error || run.out.trim() !== '' ? (
              <Answer run={run} hue={SIDES[i] === 'G' ? 'kms' : 'you'} />
            ) : (
              <span className="d" translate="yes">
                {says.nothing}
              </span>
            )}
          </div>
        ))}
      </div>
    </li>
  )
}
