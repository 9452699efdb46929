import type { ReactNode } from 'react'
import type { StepRun } from '../../lab/run-script.ts'
import { Icon } from '../glyphs/icon.tsx'
import { dayAndYear, day, span } from '../when.ts'
import { words } from './words.ts'

const says = words.proof

/** A run as the terminal would show it: what was typed, what was answered, and the time between. */
export function ScriptView({ steps, hue }: { steps: readonly StepRun[]; hue: 'kms' | 'you' }) {
  return (
    <div className="term cmp-script" translate="no">
      {groups(steps).map(({ quiet, runs, at }) =>
        quiet ? (
          <details key={at} className="cmp-prep">
            <summary>{says.preparation(runs.length)}</summary>
            {runs.map((run, i) => (
              <Step key={i} run={run} hue={hue} />
            ))}
          </details>
        ) : (
          runs.map((run, i) => <Step key={at + i} run={run} hue={hue} />)
        ),
      )}
    </div>
  )
}

interface Group {
  readonly quiet: boolean
  readonly runs: StepRun[]
  readonly at: number
}

function groups(steps: readonly StepRun[]): Group[] {
  const found: Group[] = []
  for (const [at, run] of steps.entries()) {
    const quiet = run.step.quiet === true
    const last = found.at(-1)
    if (last?.quiet === quiet) last.runs.push(run)
    else found.push({ quiet, runs: [run], at })
  }
  return found
}

function Step({ run, hue }: { run: StepRun; hue: 'kms' | 'you' }) {
  const { step, line } = run
  switch (step.is) {
    case 'travel':
      return <p className="clock">{timeOf(run)}</p>
    case 'outside':
      return <Aside>{step.says}</Aside>
    case 'region-failure':
      return <Aside>{says.regionFails}</Aside>
    default:
      return (
        <div className="e">
          <CommandLine line={line ?? ''} />
          <Answer run={run} hue={hue} />
        </div>
      )
  }
}

/** Breaks between options, never inside of one. */
export const CommandLine = ({ line }: { line: string }) => (
  <code className={line.includes('\n') ? 'c many' : 'c'}>
    {line.split(OPTION).map((part, i) =>
      i % 2 === 0 ? (
        part
      ) : (
        <span key={i} className="cmp-opt">
          {part}
        </span>
      ),
    )}
  </code>
)

/** An option with its value, where they are short enough for one line together; else the option alone. */
const OPTION = /(--[a-z0-9-]+ (?!-)[^\s']{1,28}(?=[\s)]|$)|--[a-z0-9-]+|(?<=aws [a-z0-9]+ )[a-z0-9-]+)/

export const timeOf = ({ at, until }: StepRun): string =>
  until - at < 86_400_000 ? span(until - at) : says.days(day(at), dayAndYear(until), span(until - at))

const Aside = ({ children }: { children: ReactNode }) => (
  <p className="aside" translate="yes">
    <Icon name="world" size={14} /> {children}
  </p>
)

/** What came back. What the script is about is marked. */
export function Answer({ run: { step, out, error }, hue }: { run: StepRun; hue: 'kms' | 'you' }) {
  if (error) {
    const [before, after] = error.text.split(`(${error.code})`)
    return (
      <samp className="o err">
        {before}(<mark>{error.code}</mark>)<Folded text={after ?? ''} hue={hue} />
      </samp>
    )
  }
  const text = out.replace(/\n$/, '')
  if (text === '') return null
  const telling = 'expect' in step && typeof step.expect === 'object'
  return (
    <samp className="o">
      {telling ? (
        <mark>
          <Folded text={text} hue={hue} />
        </mark>
      ) : (
        <Folded text={text} hue={hue} />
      )}
    </samp>
  )
}

const LONG = /(arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-z-]+|\b[0-9a-f]{64}\b)/

/** Long names with their middle left out; the whole one is behind the pointer. */
function Folded({ text, hue }: { text: string; hue: 'kms' | 'you' }) {
  return text.split(LONG).map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <span key={i} className={part.startsWith('arn:') ? 'fold' : hue === 'kms' ? 'k' : 'y'} title={part}>
        {part.startsWith('arn:')
          ? `arn:…:${part.slice(part.indexOf(':key/') + 1).slice(0, 12)}…`
          : `${part.slice(0, 20)}…`}
      </span>
    ),
  )
}
