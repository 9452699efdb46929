import { useEffect, useState } from 'react'
import { beats } from '../../course/flow/beats/index.ts'
import { compareRuns, type ComparedBeat } from '../../course/flow/compare-runs.ts'
import { openFlow } from '../../course/flow/flow-engine.ts'
import { faultless, type FlowInputs } from '../../course/flow/flow-definition.ts'
import type { Session } from '../session.tsx'
import { words } from './words.ts'

const says = words.twoRuns

/** The import as it goes by itself, beside the one with your choices: both over engines of their own, from one seed. */
export default function TwoRuns({ session, inputs }: { session: Session; inputs: FlowInputs }) {
  const [rows, setRows] = useState<readonly ComparedBeat[]>()
  const [error, setError] = useState<string>()
  const same = (Object.keys(faultless) as (keyof FlowInputs)[]).every(
    (name) => inputs[name] === faultless[name],
  )

  useEffect(() => {
    if (same) return
    let wanted = true
    void (async () => {
      try {
        const seed = session.seed()
        const [one, other] = await Promise.all(
          [faultless, inputs].map((given) => openFlow(session.hands, seed).frame(beats.length, given)),
        )
        if (wanted && one && other) setRows(compareRuns(one, other))
      } catch (reason) {
        if (wanted) setError(reason instanceof Error ? reason.message : String(reason))
      }
    })()
    return () => {
      wanted = false
    }
  }, [session, inputs, same])

  return (
    <div className="flow-page">
      <h1>{says.title}</h1>
      {error !== undefined && <p role="alert">{error}</p>}
      {same ? (
        <p>{says.same}</p>
      ) : !rows ? (
        <p role="status">{says.running}</p>
      ) : (
        <>
          <p role="status">{says.found(rows.filter(({ differs }) => differs).length)}</p>
          <div className="scroll" tabIndex={0} role="group" aria-label={says.title}>
            <table className="data flow-runs">
              <thead>
                <tr>
                  <th scope="col">{says.beat}</th>
                  <th scope="col">{says.first}</th>
                  <th scope="col">{says.second}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ beat, title, runs, differs }) => (
                  <tr key={beat} className={differs ? 'differs' : undefined}>
                    <th scope="row">
                      {beat}. {title}
                      {differs && <b>{says.differs}</b>}
                    </th>
                    <td>{runs[0]}</td>
                    <td>{differs ? runs[1] : says.alike}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  )
}
