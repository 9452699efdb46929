import type { Script } from '../../course/table/experiment-definition.ts'
import { experimentOf } from '../../course/table/experiments/index.ts'
import type { Cell, ColumnId, TableRow } from '../../course/table/table-definition.ts'
import { lensTexts } from '../../course/words/lens.ts'
import { sources } from '../../course/words/sources.ts'
import { announce } from '../announce.tsx'
import { Glyph } from '../glyphs/glyph.tsx'
import { dayAndYear } from '../when.ts'
import { AuditLog } from './audit-log.tsx'
import { columnGlyph, custody } from './column-look.ts'
import { ScriptView } from './script-view.tsx'
import type { ScriptsState, ScriptState } from './use-scripts.ts'
import { words } from './words.ts'

const says = words.proof

export const scriptOf = ({ experiment }: Cell, column: ColumnId): Script | undefined =>
  experiment && experimentOf(experiment).scripts[column]

/**
 * Beside the runs of a row: what ran, for how long, and how to run it again.
 *
 * @param note what reconciles the two eras, where it is said here
 */
export function ProofSide({
  state,
  row,
  note,
  runs,
}: {
  state: ScriptsState
  row: TableRow
  note: string | undefined
  runs: boolean
}) {
  return (
    <div className="cmp-proof-side">
      {note && <p className="eras">{note}</p>}
      {runs && (
        <>
          <p className="ran">{says.ran}</p>
          <p role="status">{told(state)}</p>
          {state.phase === 'running' ? (
            <button key="stop" type="button" className="link" onClick={state.stop}>
              {says.stop}
            </button>
          ) : (
            state.phase !== 'waiting' && (
              <button key="again" type="button" className="link" onClick={state.again}>
                {says.again}
              </button>
            )
          )}
        </>
      )}
      <button type="button" className="link" onClick={() => void copyLink()}>
        {says.link}
      </button>
      {row.note && row.note.lens.length > 0 && (
        <details>
          <summary>{says.lens}</summary>
          {row.note.lens.map((id) => (
            <p key={id}>{lensTexts.find((each) => each.id === id)?.today}</p>
          ))}
        </details>
      )}
    </div>
  )
}

function told({ phase, ms = 0, error }: ScriptsState): string {
  switch (phase) {
    case 'waiting':
      return says.waiting
    case 'running':
      return says.running
    case 'done':
      return says.ranIn((ms / 1000).toFixed(1))
    case 'stopped':
      return says.stopped
    case 'failed':
      return `${says.failed} ${error ?? ''}`
  }
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href)
    announce(says.linked)
  } catch {
    announce(says.notLinked)
  }
}

/** One cell's run with its verdict, or why there is none; beneath it the page that the claim rests on. */
export function ProofOfCell({
  row,
  column,
  state: { steps, run },
}: {
  row: TableRow
  column: ColumnId
  state: ScriptState
}) {
  const cell = row.cells[column]
  const script = scriptOf(cell, column)
  const { name } = words.columns[column]
  return (
    <div className="cmp-proof-cell">
      {script ? (
        <>
          <ScriptView steps={steps} hue={custody(column)} />
          <p className="cmp-verdict" role="status">
            {run && (
              <>
                <Glyph name={run.proved ? columnGlyph[column] : 'status-bad'} size={18} />{' '}
                {run.proved ? script.shows : says.notProved}
              </>
            )}
          </p>
          {run && <AuditLog trail={run.trail} of={words.of(row.title, name)} />}
        </>
      ) : (
        <p className="cmp-cannot">{says.cannot}</p>
      )}
      <p className="src">
        {cell.experiment && `${cell.experiment}, `}
        <a href={sources[cell.source]} target="_blank" rel="noreferrer">
          {says.source}
        </a>
        , {says.checked(dayAndYear(Date.parse(cell.checked)))}
      </p>
    </div>
  )
}
